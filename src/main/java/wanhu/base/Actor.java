package wanhu.base;

import java.util.UUID;

/**
 * Who acts: a person, in one of the posts held, on the subtree of the post's unit. Always a
 * parameter, never fetched from thin air.
 *
 * @param county six-digit code of the county (GB/T 2260), the tenant
 * @param person the person
 * @param post the post as which the person acts now
 * @param role what the post may do
 * @param unit the unit of the post
 * @param path the unit's place: the post's subtree
 * @param name the person's name, for the timeline
 * @param title the post's name with its unit, as shown: "九家子嘎查 · 经办"
 */
public record Actor(
        int county,
        UUID person,
        UUID post,
        Role role,
        UUID unit,
        OrgPath path,
        String name,
        String title) {

    /** Whether the place lies in the subtree of the post. */
    public boolean covers(OrgPath place) {
        return path.contains(place);
    }

    /** Whether the post has one of the roles. */
    public boolean is(Role... roles) {
        for (Role each : roles) {
            if (each == role) {
                return true;
            }
        }
        return false;
    }
}
