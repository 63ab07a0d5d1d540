package wanhu.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import wanhu.Visitor;
import wanhu.Wanhu;
import wanhu.base.Role;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/**
 * A small county in the data directory of a product, with browsers in which a village's clerk is
 * signed in.
 *
 * @param village code of the village
 * @param clerks browsers; a session outlives the product
 */
record Town(String village, List<Visitor> clerks) {
    static final int COUNTY = 150_961;

    /** Founds it through the doors, in this program, and leaves the directory free again. */
    static Town found(Product product, int clerks, String... options) {
        try (var context = open(product.data(), product.port(), options)) {
            var staff = context.getBean(Staff.class);
            var township = staff.below(staff.county(COUNTY), UnitKind.TOWNSHIP, "六家子镇");
            var village = staff.below(township, UnitKind.VILLAGE, "九家子村");
            var post = staff.actor(Role.VILLAGE_CLERK, village).post().toString();
            var signedIn = new ArrayList<Visitor>();
            for (int each = 0; each < clerks; each++) {
                var visitor = Visitor.of(product.address());
                visitor.get("/sign-in");
                visitor.post("/sign-in/demo", "post", post);
                signedIn.add(visitor);
            }
            return new Town(village.code(), signedIn);
        }
    }

    /** The product in this program, on the same directory, to prepare or to examine. */
    static ConfigurableApplicationContext open(Path data, int port, String... options) {
        var all =
                new ArrayList<>(
                        List.of(
                                "--wanhu.data=" + data,
                                "--wanhu.demo=true",
                                "--wanhu.demo-county=false",
                                "--wanhu.ticks=false",
                                "--server.port=" + port));
        all.addAll(List.of(options));
        return new SpringApplicationBuilder(Wanhu.class).run(all.toArray(String[]::new));
    }
}
