package wanhu.org;

import java.util.UUID;
import wanhu.base.OrgPath;
import wanhu.base.Role;

/**
 * A post that a person holds on a given day.
 *
 * @param post the post
 * @param role what it may do
 * @param unit the unit for which it acts: of a county's clerk in an office the county
 * @param path place of that unit today
 * @param title the post with its unit as people say it: "九家子嘎查 · 经办"
 */
public record HeldPost(UUID post, Role role, UUID unit, OrgPath path, String title) {}
