package wanhu.audit;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import wanhu.base.Errand;

/** {@code ./run --verify-audit}: verifies the record of every county and names what is broken. */
@Component
class VerifyErrand implements Errand {
    private static final double NANOS_A_SECOND = 1e9;

    private final boolean asked;
    private final Verifier verifier;

    VerifyErrand(@Value("${wanhu.verify-audit:false}") boolean asked, Verifier verifier) {
        this.asked = asked;
        this.verifier = verifier;
    }

    @Override
    public boolean asked() {
        return asked;
    }

    @Override
    public Result run() {
        var verdicts = verifier.counties().stream().map(VerifyErrand.this::timed).toList();
        return new Result(
                verdicts.stream().allMatch(each -> each.verdict().sound()),
                verdicts.stream().flatMap(each -> lines(each).stream()).toList());
    }

    private record Timed(Verdict verdict, double seconds) {}

    private Timed timed(int county) {
        long begun = System.nanoTime();
        var verdict = verifier.verify(county);
        return new Timed(verdict, (System.nanoTime() - begun) / NANOS_A_SECOND);
    }

    private static List<String> lines(Timed timed) {
        var verdict = timed.verdict();
        var counted =
                "County %06d: %d rows in %d batches, %d days, %d waiting, %.1f s"
                        .formatted(
                                verdict.county(),
                                verdict.rows(),
                                verdict.batches(),
                                verdict.days(),
                                verdict.waiting(),
                                timed.seconds());
        return verdict.finding()
                .map(finding ->
                        List.of(
                                counted,
                                "  BROKEN: %s at batch %d, row %d of it, table %s, id %s"
                                        .formatted(
                                                finding.kind(),
                                                finding.batch(),
                                                finding.position(),
                                                finding.letter(),
                                                finding.row())))
                .orElseGet(() -> List.of(counted, "  sound, chain " + verdict.chain()));
    }
}
