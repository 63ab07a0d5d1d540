package wanhu.shell;

import org.jspecify.annotations.Nullable;

/**
 * A place to go: a breadcrumb, a tab, a button.
 *
 * @param label what it says
 * @param href where it leads; null for the page one is on
 * @param count a number beside the label, such as "12", or null
 */
public record Link(String label, @Nullable String href, @Nullable String count) {
    /** A link without a number. */
    public Link(String label, @Nullable String href) {
        this(label, href, null);
    }
}
