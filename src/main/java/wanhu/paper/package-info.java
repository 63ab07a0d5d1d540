/**
 * 公文版式: official papers after GB/T 9704-2012, laid out once and drawn as PDF, as a picture in a
 * page and as DOCX. Knows sheets of paper and nothing of what they are about.
 */
@NullMarked
@ApplicationModule(
        displayName = "公文版式",
        allowedDependencies = {"base"})
package wanhu.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
