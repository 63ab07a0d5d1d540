package wanhu.shell;

import java.util.Optional;

/** How a room says whose house this is, in the residents' header: a bean of this type. */
public interface HomeSource {
    /** The name of the county; empty when the installation holds none or several. */
    Optional<String> name();
}
