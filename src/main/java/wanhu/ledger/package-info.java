/**
 * 民生实事台账: livelihood projects, from the proposal, planned or out of residents' matters, through
 * promise, milestones and progress to rating and strike-off, in public.
 */
@NullMarked
@ApplicationModule(
        displayName = "民生实事",
        allowedDependencies = {
            "base",
            "export",
            "shell",
            "org",
            "people",
            "calendar",
            "life",
            "matter"
        })
package wanhu.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
