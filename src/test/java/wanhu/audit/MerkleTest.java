package wanhu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wanhu.crypto.Suite;

class MerkleTest {
    private static final Hasher SHA_256 = Hasher.of(Suite.STANDARD);

    /** The leaves of the tests of Certificate Transparency's reference implementation. */
    private static final List<Hash> PUBLISHED =
            Stream.of(
                            "",
                            "00",
                            "10",
                            "2021",
                            "3031",
                            "40414243",
                            "5051525354555657",
                            "606162636465666768696a6b6c6d6e6f")
                    .map(HexFormat.of()::parseHex)
                    .map(SHA_256::leaf)
                    .toList();

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void hasTheRootsThatCertificateTransparencyPublishes(int size, String root) {
        assertThat(SHA_256.root(PUBLISHED.subList(0, size)).text()).isEqualTo(root);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 64, 65, 100})
    void everyLeafLeadsToTheRoot(int size) {
        var leaves = leaves(new Random(size), size);
        var root = SHA_256.root(leaves);

        assertThat(IntStream.range(0, size))
                .allMatch(
                        at -> SHA_256.root(leaves.get(at), SHA_256.path(leaves, at)).equals(root));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noOtherLeafDoes(long seed) {
        var random = new Random(seed);
        var leaves = leaves(random, 2 + random.nextInt(200));
        int at = random.nextInt(leaves.size());
        var path = SHA_256.path(leaves, at);
        var bytes = leaves.get(at).bytes();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        var other = Hash.of(bytes);

        assertThat(SHA_256.root(other, path)).isNotEqualTo(SHA_256.root(leaves));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyChangeOfTheLeavesChangesTheRoot(long seed) {
        var random = new Random(seed);
        var leaves = leaves(random, 2 + random.nextInt(200));
        var root = SHA_256.root(leaves);
        int at = random.nextInt(leaves.size() - 1);
        var swapped = new ArrayList<>(leaves);
        swapped.set(at, leaves.get(at + 1));
        swapped.set(at + 1, leaves.get(at));
        var removed = new ArrayList<>(leaves);
        removed.remove(at);
        var doubled = new ArrayList<>(leaves);
        doubled.add(leaves.getLast());

        assertThat(Stream.of(swapped, removed, doubled).map(each -> SHA_256.root(each)))
                .doesNotContain(root);
    }

    @Test
    void aNodeIsNoLeaf() {
        var pair = leaves(new Random(7), 2);
        var joined = new byte[2 * Hash.BYTES];
        System.arraycopy(pair.get(0).bytes(), 0, joined, 0, Hash.BYTES);
        System.arraycopy(pair.get(1).bytes(), 0, joined, Hash.BYTES, Hash.BYTES);

        assertThat(SHA_256.leaf(joined)).isNotEqualTo(SHA_256.root(pair));
    }

    static Stream<Long> seeds() {
        return new Random(6962).longs(50).boxed();
    }

    private static List<Hash> leaves(Random random, int size) {
        return IntStream.range(0, size)
                .mapToObj(_ -> {
                    var content = new byte[random.nextInt(40)];
                    random.nextBytes(content);
                    return SHA_256.leaf(content);
                })
                .toList();
    }
}
