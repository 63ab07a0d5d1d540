@NullMarked
package wanhu;

import org.jspecify.annotations.NullMarked;
