package wanhu.supervise;

import org.jspecify.annotations.Nullable;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;

/** What somebody typed into one of the forms of an order; kept when it is refused. */
record ActForm(
        @Nullable String act,
        @Nullable Integer version,
        @Nullable String text,
        @Nullable String until) {
    static final ActForm EMPTY = new ActForm(null, null, null, null);

    /** Whether the form of that act was sent, and so stands open. */
    boolean sent(String name) {
        return name.equals(act);
    }

    /** Text of the form that was sent; empty in the other forms. */
    String shown(String name, @Nullable String typed) {
        return sent(name) && typed != null ? typed : "";
    }

    int seen() {
        return version == null ? -1 : version;
    }

    Act read() {
        var said = IssueForm.text(text);
        return switch (IssueForm.text(act)) {
            case "Reply" -> new Act.Reply(said);
            case "SendBack" -> new Act.SendBack(said, IssueForm.day(until));
            case "Extend" -> new Act.Extend(said, IssueForm.day(until));
            case "Post" -> new Act.Post(said);
            case "Raise" -> new Act.Raise(said, IssueForm.day(until));
            case "Close" -> new Act.Close(said);
            default -> throw new Refused(Kind.INVALID, "supervise.refused.act");
        };
    }
}
