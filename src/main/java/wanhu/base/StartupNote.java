package wanhu.base;

import java.util.List;

/** What a room has to say to the person who just started the product, below the address. */
public interface StartupNote {
    /** Lines for the console, for instance the posts of the demo; empty for nothing to say. */
    List<String> lines();
}
