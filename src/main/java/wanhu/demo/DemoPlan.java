package wanhu.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** How an invented life goes: the names of its acts, one after the other. */
record DemoPlan(List<Act> acts) {
    /** What can happen in an invented life. */
    enum Act {
        TAKE_ON,
        ADMIT,
        ASK,
        SUPPLEMENT,
        DECLINE,
        REFER,
        ANSWER,
        ESCALATE,
        URGENT,
        DISPATCH_DEPARTMENT,
        SIGN,
        ASK_RETURN,
        REFUSE_RETURN,
        CONTACT,
        PROGRESS,
        ASK_EXTENSION,
        GRANT_EXTENSION,
        PLAN,
        PARK,
        CONSULT,
        HAND_BACK,
        REPLY,
        APPROVE,
        NO_REACH,
        RATE_WELL,
        RATE_BADLY,
        FOLLOW_UP,
        REDO,
        PUBLISH,
        JOIN,
        WITHDRAW
    }

    private static final List<Act> FINISH = List.of(Act.REPLY, Act.APPROVE);
    private static final List<Act> IN_VILLAGE = List.of(Act.TAKE_ON, Act.CONTACT);
    private static final List<Act> TO_TOWNSHIP = List.of(Act.TAKE_ON, Act.CONTACT, Act.ESCALATE);
    private static final List<Act> TO_COUNTY =
            List.of(Act.TAKE_ON, Act.CONTACT, Act.ESCALATE, Act.ESCALATE);

    private static final List<Act> BY_DEPARTMENT =
            List.of(Act.DISPATCH_DEPARTMENT, Act.JOIN, Act.SIGN, Act.CONTACT, Act.PROGRESS);

    /** Plans of which each ends in another stage. */
    static final List<DemoPlan> EACH_STAGE =
            List.of(
                    new DemoPlan(List.of()),
                    new DemoPlan(List.of(Act.ASK)),
                    new DemoPlan(List.of(Act.ADMIT)),
                    new DemoPlan(IN_VILLAGE),
                    longer(IN_VILLAGE, Act.CONSULT),
                    longer(IN_VILLAGE, Act.PLAN),
                    longer(IN_VILLAGE, Act.PARK),
                    new DemoPlan(TO_TOWNSHIP),
                    longer(TO_COUNTY, Act.DISPATCH_DEPARTMENT),
                    longer(TO_COUNTY, Act.DISPATCH_DEPARTMENT, Act.ASK_RETURN),
                    longer(IN_VILLAGE, Act.REPLY),
                    longer(IN_VILLAGE, Act.REPLY, Act.APPROVE),
                    longer(IN_VILLAGE, Act.REPLY, Act.APPROVE, Act.RATE_WELL),
                    new DemoPlan(List.of(Act.DECLINE)),
                    new DemoPlan(List.of(Act.REFER)),
                    new DemoPlan(List.of(Act.TAKE_ON, Act.WITHDRAW)));

    /** Plans in which meetings decide each thing that they can decide. */
    static List<DemoPlan> eachDecision(Random random) {
        return List.of(
                ended(IN_VILLAGE, List.of(Act.PLAN, Act.PROGRESS), random),
                ended(TO_TOWNSHIP, List.of(Act.HAND_BACK, Act.PROGRESS), random),
                ended(TO_COUNTY, BY_DEPARTMENT, random));
    }

    DemoPlan {
        acts = List.copyOf(acts);
    }

    /** A life that has come to its end. */
    static DemoPlan old(Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> new DemoPlan(List.of(Act.DECLINE));
            case 1 -> new DemoPlan(List.of(Act.REFER));
            case 2 -> new DemoPlan(List.of(Act.TAKE_ON, Act.WITHDRAW));
            case 3 -> new DemoPlan(List.of(Act.TAKE_ON, Act.CONTACT, Act.PARK));
            case 4, 5, 6 -> ended(TO_TOWNSHIP, List.of(Act.TAKE_ON, Act.PROGRESS), random);
            case 7, 8, 9, 10 -> ended(TO_COUNTY, BY_DEPARTMENT, random);
            case 11 -> ended(TO_TOWNSHIP, List.of(Act.HAND_BACK, Act.PROGRESS), random);
            case 12 -> ended(IN_VILLAGE, List.of(Act.ASK_EXTENSION, Act.GRANT_EXTENSION), random);
            default -> ended(IN_VILLAGE, List.of(Act.PROGRESS), random);
        };
    }

    /** A life that is in the midst. */
    static DemoPlan recent(Random random) {
        return switch (random.nextInt(16)) {
            case 0, 1 -> new DemoPlan(List.of());
            case 2 -> new DemoPlan(List.of(Act.ASK));
            case 3 -> new DemoPlan(List.of(Act.ASK, Act.SUPPLEMENT));
            case 4 -> new DemoPlan(List.of(Act.ADMIT));
            case 5 -> new DemoPlan(IN_VILLAGE);
            case 6 -> new DemoPlan(List.of(Act.TAKE_ON, Act.CONTACT, Act.CONSULT));
            case 7 -> new DemoPlan(List.of(Act.TAKE_ON, Act.CONTACT, Act.PLAN));
            case 8 -> new DemoPlan(TO_TOWNSHIP);
            case 9 -> new DemoPlan(TO_COUNTY);
            case 10 -> longer(TO_COUNTY, Act.DISPATCH_DEPARTMENT);
            case 11 -> longer(TO_COUNTY, Act.DISPATCH_DEPARTMENT, Act.SIGN, Act.CONTACT);
            case 12 -> longer(TO_COUNTY, Act.DISPATCH_DEPARTMENT, Act.ASK_RETURN);
            case 13 -> longer(IN_VILLAGE, Act.REPLY);
            case 14 -> longer(IN_VILLAGE, Act.REPLY, Act.APPROVE, Act.NO_REACH);
            default -> longer(IN_VILLAGE, Act.REPLY, Act.APPROVE, Act.RATE_BADLY);
        };
    }

    private static DemoPlan longer(List<Act> first, Act... more) {
        var acts = new ArrayList<>(first);
        acts.addAll(List.of(more));
        return new DemoPlan(acts);
    }

    private static DemoPlan ended(List<Act> up, List<Act> work, Random random) {
        var acts = new ArrayList<>(up);
        acts.addAll(work);
        acts.addAll(FINISH);
        int end = random.nextInt(10);
        if (end == 0) {
            acts.addAll(List.of(Act.RATE_BADLY, Act.REDO));
            acts.addAll(FINISH);
        }
        acts.add(end < 7 && end > 0 ? Act.RATE_WELL : Act.FOLLOW_UP);
        acts.add(Act.PUBLISH);
        return new DemoPlan(acts);
    }
}
