package wanhu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wanhu.Visitor;
import wanhu.Visitor.Answer;
import wanhu.Visitor.Upload;

/**
 * Dozens of large photos at once, a program with little memory, and no room for uploads. Run by
 * {@code ./check --faults}.
 */
class UploadCrowd {
    private static final int AT_ONCE = 60;
    private static final int HEAP_MEGABYTES = 160;
    private static final int BYTES = 11 << 20;
    private static final int ATTEMPTS_MAX = 100;

    @TempDir private Path data;
    @TempDir private Path temporary;

    private final ConcurrentHashMap.KeySetView<Integer, Boolean> statuses =
            ConcurrentHashMap.newKeySet();

    @Test
    void allAreTakenInThoughSomeMayHaveToComeAgainAndTheTextStays() throws Exception {
        var photo = new Upload("p.png", "image/png", picture());
        try (var product =
                new Product(data, "--wanhu.picture-wait=PT0S", "--wanhu.temporary=" + temporary)) {
            var town = Town.found(product, 1);
            product.heap(HEAP_MEGABYTES);
            boolean small = mount("size=40m") == 0;
            product.start();
            var ledger = new Ledger();
            new Sender(product, town, 0, ledger).send();
            var code = ledger.codes().iterator().next();
            var matter = "/m/" + code;

            if (small) {
                theDiskOfTemporaryFilesIsFull(entered(product, matter), matter, photo);
            }
            var answers = atOnce(() -> sent(entered(product, matter), matter + "/photos", photo));

            assertThat(answers).containsOnly(303);
            assertThat(statuses).isSubsetOf(303, 503);
            assertThat(entered(product, matter).get(matter).body()).contains("办理经过");
            assertThat(product.bugs()).isEmpty();
            assertThat(product.alive()).isTrue();
        }
    }

    /** A small disk in memory, which root makes. */
    private int mount(String options) throws Exception {
        var command = List.of("mount", "-t", "tmpfs", "-o", options, "tmpfs", temporary.toString());
        return new ProcessBuilder(command).start().waitFor();
    }

    @AfterEach
    void unmount() throws Exception {
        new ProcessBuilder("umount", "-l", temporary.toString()).start().waitFor();
    }

    private void theDiskOfTemporaryFilesIsFull(Visitor visitor, String matter, Upload photo)
            throws Exception {
        visitor.get(matter + "/photos");
        var refused = visitor.upload(matter + "/photos", "file", photo);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body()).contains("存放上传文件的地方满了");
        assertThat(visitor.get(matter).body()).contains("办理经过");
        assertThat(mount("remount,size=1500m")).isZero();
    }

    private static Visitor entered(Product product, String matter) {
        var visitor = Visitor.of(product.address());
        visitor.get(matter);
        visitor.post(matter, "tail", Sender.TAIL);
        return visitor;
    }

    private static List<Integer> atOnce(Callable<Integer> act) throws Exception {
        var answers = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int each = 0; each < AT_ONCE; each++) {
                answers.add(threads.submit(act));
            }
        }
        return answers.stream().map(Future::resultNow).toList();
    }

    /** Until it is taken in: who is told to come again comes again. */
    private int sent(Visitor visitor, String path, Upload photo) {
        visitor.get(path);
        var answer = visitor.upload(path, "file", photo);
        statuses.add(answer.status());
        for (int attempt = 1; busy(answer) && attempt < ATTEMPTS_MAX; attempt++) {
            answer = visitor.upload(path, "file", photo);
        }
        return answer.status();
    }

    private static boolean busy(Answer answer) {
        return answer.status() == 503 && answer.says("请过一会儿");
    }

    /** A small picture with eleven megabytes behind its end, which cost no time to draw. */
    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return Arrays.copyOf(bytes.toByteArray(), BYTES);
    }
}
