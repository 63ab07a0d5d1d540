package wanhu.base;

/**
 * What a post may do on the subtree of its unit. A person holds posts, a post has one role; what
 * exactly a role may do is written once, in {@code people.Grants} and in the table of steps of a
 * matter.
 */
public enum Role {
    /** 网格员, 网格长: registers, visits, solves in the grid. */
    GRID_WORKER,
    /** 嘎查村（社区）经办: village desk, weekly meeting. */
    VILLAGE_CLERK,
    /** 苏木乡镇（街道）经办: dispatch and meeting of the township. */
    TOWNSHIP_CLERK,
    /** 县办（领导小组办公室）经办: dispatcher of the county. */
    COUNTY_CLERK,
    /** 部门、股室、服务团经办: handles what is dispatched to the unit. */
    DEPARTMENT_CLERK,
    /** 热线坐席: registers for residents, reads back, answers inquiries. */
    PHONE_DESK,
    /** 回访员: follows up for another unit than the handler's. */
    FOLLOW_UP,
    /** 领导: reads the subtree, approves extensions, parking and urgent matters. */
    LEADER,
    /** 系统管理员: units, texts, limits, calendar; no accounts, no record of acts, no matters. */
    ADMIN,
    /** 安全管理员: accounts, posts and who holds them, second factors, keys; reads no matters. */
    SECURITY,
    /** 审计员: reads the record of acts, changes nothing. */
    AUDITOR;

    /**
     * Whether it is one of the three administrators who are kept apart (三员分立, GB/T 22239-2019,
     * 8.1.5): none can do another's work, nobody holds two of them, none reads matters.
     */
    public boolean apart() {
        return switch (this) {
            case ADMIN, SECURITY, AUDITOR -> true;
            case GRID_WORKER,
                    VILLAGE_CLERK,
                    TOWNSHIP_CLERK,
                    COUNTY_CLERK,
                    DEPARTMENT_CLERK,
                    PHONE_DESK,
                    FOLLOW_UP,
                    LEADER ->
                    false;
        };
    }
}
