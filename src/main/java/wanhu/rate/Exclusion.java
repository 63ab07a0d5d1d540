package wanhu.rate;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Actor;

/**
 * 剔除: that a matter be left out of the rates of a unit.
 *
 * @param version counts what was done with it
 * @param unit the unit that asks for itself
 * @param person who asked; never the one who decides
 * @param name of who asked, with the post
 * @param decided when it was decided last; null before
 */
record Exclusion(
        int county,
        UUID id,
        int version,
        UUID matter,
        String number,
        UUID unit,
        Ground ground,
        String reason,
        UUID person,
        String name,
        Instant asked,
        State state,
        @Nullable Instant decided) {

    /** Why a matter says nothing about the unit's work. */
    enum Ground {
        /** 超出职责: not among the unit's duties, and sent there all the same. */
        OUTSIDE_DUTIES,
        /** 诉求不属实: looked into, and what was told was not found. */
        NOT_FOUND,
        /** 法定途径: in court, in arbitration, in petition. */
        LEGAL_ROUTE,
        /** 政策不允许或不可抗力: not in anybody's power here. */
        NOT_IN_POWER,
        /** 记录有误: the record of time or of the answer is wrong. */
        WRONG_RECORD
    }

    /** Where it stands. */
    enum State {
        /** 待审定. */
        ASKED,
        /** 已剔除. */
        GRANTED,
        /** 不予剔除. */
        REFUSED,
        /** 已恢复: counted again. */
        REVOKED
    }

    /** What can be made of it in its state. */
    boolean allows(State next) {
        return switch (next) {
            case ASKED -> false;
            case GRANTED, REFUSED -> state == State.ASKED;
            case REVOKED -> state == State.GRANTED;
        };
    }

    /** Whether the person asked for it. */
    boolean by(Actor actor) {
        return actor.person().equals(person);
    }

    /** Something that was done with it. */
    record Event(State state, String text, String name, Instant at) {}
}
