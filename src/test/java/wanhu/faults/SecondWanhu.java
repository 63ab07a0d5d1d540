package wanhu.faults;

import java.nio.file.Path;
import wanhu.base.Role;
import wanhu.org.UnitKind;
import wanhu.people.Staff;
import wanhu.token.Program;
import wanhu.token.TestTokens;

/**
 * Another installation: a program of its own with a database of its own, in whose county colleagues
 * work through the API.
 */
public final class SecondWanhu implements AutoCloseable {
    private static final int COUNTY = 154_824;

    private final Product product;
    private final String village;
    private final Program clerk;
    private final Program office;

    /** Founds it and starts it. */
    public SecondWanhu(Path data) {
        product = new Product(data, "--wanhu.demo=true", "--wanhu.demo-county=false");
        try (var context = Town.open(data, product.port())) {
            var staff = context.getBean(Staff.class);
            var township = staff.below(staff.county(COUNTY), UnitKind.TOWNSHIP, "远镇");
            var place = staff.below(township, UnitKind.VILLAGE, "远村");
            village = place.code();
            var tokens = context.getBean(TestTokens.class);
            clerk = tokens.program(product.address(), Role.VILLAGE_CLERK, place);
            office = tokens.program(product.address(), Role.TOWNSHIP_CLERK, township);
        }
        product.start();
    }

    public String address() {
        return product.address();
    }

    /** Code of its village. */
    public String village() {
        return village;
    }

    /** The village's clerk. */
    public Program clerk() {
        return clerk;
    }

    /** The township above. */
    public Program office() {
        return office;
    }

    /** Ends it as a failure of power does. */
    public void kill() {
        product.kill();
    }

    /** Starts it again. */
    public void start() {
        product.start();
    }

    @Override
    public void close() {
        product.close();
    }
}
