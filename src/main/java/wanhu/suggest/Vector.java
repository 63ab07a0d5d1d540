package wanhu.suggest;

import java.util.Arrays;

/** A text as the pieces that a machine knows: how often, by how rare they are, at length one. */
final class Vector {
    private final int[] places;
    private final float[] values;

    Vector(int[] places, float[] values) {
        this.places = places;
        this.values = values;
    }

    /** The places of the pieces among the known ones, ascending. */
    int[] places() {
        return places;
    }

    /** The values of the pieces, in the order of the places. */
    float[] values() {
        return values;
    }

    static Vector of(Bag text, Known known) {
        var places = new int[text.keys().length];
        var values = new float[text.keys().length];
        int size = 0;
        double length = 0;
        for (int at = 0; at < text.keys().length; at++) {
            int place = Arrays.binarySearch(known.keys(), text.keys()[at]);
            if (place >= 0) {
                double value = (1 + Math.log(text.counts()[at])) * known.rarity()[place];
                places[size] = place;
                values[size] = (float) value;
                length += value * value;
                size++;
            }
        }
        float norm = (float) Math.sqrt(length);
        for (int at = 0; at < size; at++) {
            values[at] /= norm;
        }
        return new Vector(Arrays.copyOf(places, size), Arrays.copyOf(values, size));
    }

    /** The value of a piece; 0 when the text lacks it. */
    float value(int place) {
        int at = Arrays.binarySearch(places, place);
        return at < 0 ? 0 : values[at];
    }
}
