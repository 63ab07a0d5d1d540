package wanhu.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.calendar.Lateness;
import wanhu.export.Job;
import wanhu.hook.Delivery;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Reason;
import wanhu.life.Stage;
import wanhu.org.Level;
import wanhu.org.UnitKind;
import wanhu.promise.ClockKind;
import wanhu.workbench.StepInput;

/**
 * What programs are answered: each record is one schema of the description, each component one
 * field. None names who asked.
 */
final class Views {
    private Views() {}

    /** A piece of a list; {@code next} is null at its end. */
    record Piece<T>(List<T> items, @Nullable String next) {
        Piece {
            items = List.copyOf(items);
        }
    }

    /** A unit by its names. */
    record UnitRef(UUID id, String code, String name) {}

    /** A matter as a line of a list. */
    record MatterRow(
            UUID id,
            String number,
            int version,
            String title,
            Kind kind,
            String category,
            Channel channel,
            Stage stage,
            Stage.Category state,
            UnitRef place,
            UnitRef holder,
            boolean urgent,
            boolean danger,
            boolean unhappy,
            int redos,
            int supporters,
            Instant reported,
            Instant changed,
            @Nullable Instant solved,
            @Nullable Instant due,
            @Nullable ClockKind promise,
            Lateness lateness) {}

    /** A whole matter. */
    record MatterWhole(
            UUID id,
            String number,
            int version,
            About about,
            Stage stage,
            Stage.Category state,
            UnitRef holder,
            @Nullable UnitRef handler,
            Ending ending,
            Instant reported,
            @Nullable Instant solved,
            @Nullable Instant closed,
            @Nullable Instant due,
            Lateness lateness,
            List<RunningPromise> promises,
            List<CoPart> parts) {}

    /** What a matter is about. */
    record About(
            String title,
            String text,
            Kind kind,
            String category,
            Channel channel,
            UnitRef place,
            String spot,
            boolean danger,
            boolean urgent,
            boolean secret,
            int supporters,
            int redos) {}

    /** How a matter ended. */
    record Ending(
            Reason.@Nullable Result result,
            String answer,
            @Nullable String reason,
            boolean published) {}

    /** A promise that runs. */
    record RunningPromise(
            ClockKind promise, Instant started, Instant due, boolean paused, Lateness lateness) {}

    /** The part of a co-handler. */
    record CoPart(UnitRef unit, Instant given, Instant due, @Nullable Instant done) {}

    /** One line of the timeline. */
    record TimelineRow(
            int seq,
            String step,
            Stage from,
            Stage to,
            UnitRef before,
            UnitRef after,
            String actor,
            String by,
            Instant happened,
            Instant recorded,
            String told,
            String note) {}

    /** A step with what it asks for. */
    record StepAsked(String step, List<FieldAsked> fields) {}

    /** What a step asks for. */
    record FieldAsked(
            String name,
            StepInput.Type type,
            boolean required,
            int longest,
            List<String> options) {}

    /** A matter that was just reported; the code is for the resident. */
    record Reported(UUID id, String number, String code, String page) {}

    /** A step that was taken. */
    record StepTaken(String number, String step, int version, Stage stage, Stage.Category state) {}

    /** Figures of what the post sees. */
    record FiguresOf(
            List<LevelFigure> levels,
            List<LevelSolved> solved,
            List<MonthFigure> months,
            List<CategoryFigure> categories,
            Instant until) {}

    /** What is held on a level now. */
    record LevelFigure(Level level, int open, int soon, int overdue) {}

    /** What a level solved in the months. */
    record LevelSolved(Level level, int solved) {}

    /** What was reported and solved in a month. */
    record MonthFigure(String month, int reported, int solved) {}

    /** What was reported about something in the months, and how much of it is open. */
    record CategoryFigure(String category, int reported, int open) {}

    /** Who is called for what. */
    record HookRow(UUID id, String address, List<String> events, Instant made) {}

    /** One that was just set up, or got a new secret, which is told this once. */
    record HookMade(HookRow hook, String secret) {}

    /** One call. */
    record DeliveryRow(
            UUID id,
            String event,
            String number,
            int version,
            Instant at,
            Delivery.State state,
            int attempts,
            @Nullable Instant retry,
            int status,
            String fault) {}

    /** A whole list as a file, and how far it is. */
    record ExportJob(
            UUID id,
            String list,
            Job.Format format,
            boolean gzip,
            String reason,
            Job.State state,
            int rows,
            @Nullable Integer total,
            @Nullable Integer secondsLeft,
            Instant made,
            @Nullable Instant ended,
            @Nullable Instant until,
            @Nullable String file) {}

    /** A unit. */
    record UnitRow(
            UUID id,
            String code,
            String name,
            UnitKind kind,
            @Nullable String above,
            boolean live) {}

    /** A category. */
    record CategoryRow(
            String code,
            @Nullable String above,
            String nameZh,
            String nameEn,
            String stopZh,
            String stopEn,
            boolean live) {}
}
