package wanhu.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import wanhu.base.CannotStart;
import wanhu.base.Settings;

/** Something takes the connection and never says a word. */
class SilentDatabaseTest {
    @Test
    @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
    void aConnectionIsNotWaitedForWithoutEnd(@TempDir Path data) throws Exception {
        var soon = Duration.ofSeconds(1);
        try (var mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var url = "postgresql://u:p@127.0.0.1:" + mute.getLocalPort() + "/wanhu";
            var settings = new Settings(data, false, 0, url, null, null, null);
            var running = new Database.Running(settings, new Silence(soon, soon, soon, soon));
            try {
                assertThatThrownBy(() -> new Database().dataSource(running))
                        .isInstanceOf(CannotStart.class)
                        .hasMessageContaining("Connection attempt timed out");
            } finally {
                running.destroy();
            }
        }
    }

    /** A leader that was frozen, and has been replaced meanwhile. */
    @Test
    @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
    void anotherServerIsAskedWhenTheFirstIsMute() throws Exception {
        try (var mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var first = "//127.0.0.1:" + mute.getLocalPort() + ",";
            var address = new Address(TestServer.url().replace("//", first), null, null);
            var work = Duration.ofMinutes(5);
            var leader = new Leader(address, Duration.ofSeconds(4), work, Map.of());

            try (var connection = leader.getConnection()) {
                assertThat(connection.isValid(1)).isTrue();
                assertThat(connection.getNetworkTimeout()).isEqualTo((int) work.toMillis());
            }
        }
    }
}
