package wanhu.disclosure;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import wanhu.matter.PublicMatters;
import wanhu.org.Units;
import wanhu.shell.LandingSource;

/** The newest results on the residents' first page. */
@Component
class BoardResults implements LandingSource {
    private final Board board;
    private final Units units;

    BoardResults(Board board, Units units) {
        this.board = board;
        this.units = units;
    }

    @Override
    public List<Result> latest(int resultsMax) {
        return units.counties().stream()
                .findFirst()
                .map(county ->
                        board.list(
                                        new PublicMatters.Query(
                                                county, null, "", "", "", resultsMax),
                                        Locale.CHINESE)
                                .rows())
                .orElse(List.of())
                .stream()
                .map(line ->
                        new Result(
                                line.matter().title(),
                                line.place(),
                                line.matter().closed(),
                                "/open/matters/" + line.matter().number()))
                .toList();
    }
}
