package wanhu.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The faces within a paragraph: what begins with 一、 is a first heading in 黑体, with （一） a second one
 * in 楷体, as far as its first full stop (GB/T 9704-2012, 7.3.3).
 */
final class Headings {
    private static final Pattern FIRST = Pattern.compile("^[一二三四五六七八九十]{1,3}、");
    private static final Pattern SECOND = Pattern.compile("^（[一二三四五六七八九十]{1,3}）");

    private Headings() {}

    /** A paragraph: its heading, empty when it has none, its face, and the rest. */
    record Split(Face face, String heading, String rest) {}

    static Split split(String paragraph) {
        var face = face(paragraph);
        if (face == Face.FANG) {
            return new Split(face, "", paragraph);
        }
        int stop = paragraph.indexOf('。');
        int cut = stop < 0 ? paragraph.length() : stop + 1;
        return new Split(face, paragraph.substring(0, cut), paragraph.substring(cut));
    }

    static List<Setting.Atom> atoms(String paragraph) {
        var split = split(paragraph);
        var atoms = new ArrayList<>(Setting.atoms(split.heading(), split.face()));
        atoms.addAll(Setting.atoms(split.rest(), Face.FANG));
        return atoms;
    }

    private static Face face(String paragraph) {
        if (FIRST.matcher(paragraph).find()) {
            return Face.HEI;
        }
        return SECOND.matcher(paragraph).find() ? Face.KAI : Face.FANG;
    }
}
