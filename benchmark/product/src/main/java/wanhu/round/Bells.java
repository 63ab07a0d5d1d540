package wanhu.round;

import java.util.List;
import org.springframework.context.ApplicationContext;
import wanhu.base.Wall;

/** The tick of meetings, as the schedule calls it. */
public final class Bells {
    private Bells() {}

    /** Opens what is to be opened in a county, freezes and reminds of all that are due. */
    public static void ring(ApplicationContext product, int county) {
        Wall.whole(() -> product.getBean(RoundTick.class).run(List.of(county)));
    }
}
