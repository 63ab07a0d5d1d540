package wanhu.org;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import wanhu.shell.HomeSource;

/** Says in the residents' header which county answers here. */
@Component
class CountyName implements HomeSource {
    private final Units units;

    CountyName(Units units) {
        this.units = units;
    }

    @Override
    public Optional<String> name() {
        return name(units.counties());
    }

    Optional<String> name(List<Integer> counties) {
        return counties.size() == 1
                ? units.tree(counties.getFirst()).root().map(Unit::name)
                : Optional.empty();
    }
}
