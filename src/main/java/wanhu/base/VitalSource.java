package wanhu.base;

import java.util.List;

/**
 * How a room tells whoever runs the product how it is: a bean of this type. Asked over all
 * counties, when somebody looks or a watching system asks, so that it may take some milliseconds.
 */
public interface VitalSource {
    /** How the room is now. */
    List<Vital> vitals();
}
