package wanhu.bench;

import java.util.List;
import wanhu.people.DemoPosts;

/** The buttons by which the clerks of the measurement sign in over HTTP. */
final class Desks implements DemoPosts {
    private volatile List<DemoPost> desks = List.of();

    void set(List<DemoPost> some) {
        desks = List.copyOf(some);
    }

    @Override
    public List<DemoPost> list() {
        return desks;
    }
}
