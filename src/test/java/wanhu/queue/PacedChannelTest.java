package wanhu.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PacedChannelTest {
    private static final int PAGE_BYTES = 100;
    private static final Wire WIRE = new Crowded(new Away(), "人多", "crowded").wire();

    /** Room for two connections and one request. */
    private final Memory memory = new Memory(2 * Memory.CONNECTION + Memory.BEGUN);

    private final ArrayList<SocketChannel> sockets = new ArrayList<>();
    private final Map<PacedChannel, LongSupplier> waits = new HashMap<>();
    private ServerSocketChannel door;

    @BeforeEach
    void open() throws IOException {
        door = ServerSocketChannel.open();
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void close() throws IOException {
        door.close();
        for (var each : sockets) {
            each.close();
        }
    }

    /** A client that has sent a little. */
    private PacedChannel client() throws IOException {
        return client(ByteBuffer.allocate(PAGE_BYTES));
    }

    private PacedChannel client(ByteBuffer sent) throws IOException {
        var client = SocketChannel.open(door.getLocalAddress());
        var server = door.accept();
        sockets.add(client);
        sockets.add(server);
        client.write(sent.duplicate());
        while (server.socket().getInputStream().available() < sent.remaining()) {
            Thread.onSpinWait();
        }
        server.configureBlocking(false);
        var channel =
                new PacedChannel(
                        new SocketBufferHandler(PAGE_BYTES, PAGE_BYTES, false),
                        new Room(
                                new Pace(Duration.ofSeconds(20), 1024),
                                memory,
                                new Waiting(),
                                WIRE));
        var socket = new NioSocketWrapper(channel, new NioEndpoint());
        channel.reset(server, socket);
        waits.put(channel, socket::getWriteTimeout);
        return channel;
    }

    private static int read(PacedChannel channel) throws IOException {
        return channel.read(ByteBuffer.allocate(PAGE_BYTES));
    }

    @Test
    void noMoreRequestsBeginThanThereIsRoomFor() throws IOException {
        assertThat(read(client())).isPositive();

        assertThatThrownBy(() -> read(client())).isInstanceOf(IOException.class);
    }

    @Test
    void whoFindsNoRoomIsToldWhenToComeAgain() throws IOException {
        read(client());
        assertThatThrownBy(() -> read(client())).isInstanceOf(IOException.class);

        var told = ByteBuffer.allocate(WIRE.last().length);
        sockets.get(sockets.size() - 2).read(told);
        assertThat(new String(told.array(), StandardCharsets.UTF_8))
                .startsWith("HTTP/1.1 503 \r\nRetry-After: 5\r\n")
                .contains("\r\n\r\n<!doctype html>", "人多", "crowded");
    }

    /** A head of several kilobytes: whoever hangs up on what he has not read sends a reset. */
    @Test
    void whoFindsNoRoomIsToldHoweverMuchSheSent() throws IOException {
        read(client());
        var late = client(ByteBuffer.allocate(50 * PAGE_BYTES));
        assertThatThrownBy(() -> read(late)).isInstanceOf(IOException.class);
        late.close();

        var told = ByteBuffer.allocate(2 * WIRE.last().length);
        var client = sockets.get(sockets.size() - 2);
        int count = 0;
        while (count >= 0) {
            count = client.read(told);
        }
        assertThat(told.position()).isEqualTo(WIRE.last().length);
    }

    @Test
    void aBalancerHearsThatTheProgramLivesHoweverFullItIs() throws IOException {
        read(client());
        var balancer =
                client(
                        ByteBuffer.wrap(
                                "GET /health HTTP/1.1\r\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(read(balancer)).isPositive();
    }

    @Test
    void whoWasAnsweredLeavesRoomForAnother() throws IOException {
        var first = client();
        read(first);
        first.write(ByteBuffer.allocate(PAGE_BYTES));

        assertThat(read(client())).isPositive();
    }

    @Test
    void whatWasTakenIsGivenBackWithTheConnection() throws IOException {
        var first = client();
        var second = client();
        read(first);
        assertThat(memory.taken()).isEqualTo(2 * Memory.CONNECTION + Memory.BEGUN);

        second.close();
        second.reset(null, null);
        first.close();
        first.close();
        first.reset(null, null);

        assertThat(memory.taken()).isZero();
    }

    @Test
    void whoHangsUpLeavesRoomForAnother() throws IOException {
        var first = client();
        read(first);
        first.close();
        first.close();

        assertThat(read(client())).isPositive();
        assertThatThrownBy(() -> read(client())).isInstanceOf(IOException.class);
    }

    @Test
    void whoReadsNothingIsWaitedForAsLongAsWhoSendsNothingAndShorterWhenOthersNeedTheRoom()
            throws IOException {
        var reader = client();
        read(reader);
        memory.give(Memory.BEGUN);

        answer(reader);
        assertThat(wait(reader)).isEqualTo(20_000);

        memory.add(2 * Memory.BEGUN);
        answer(reader);
        assertThat(wait(reader)).isEqualTo(3_000);
    }

    @Test
    void whatSomebodyDoesNotReadIsNotKeptForHerWhenWeHaveHungUp() throws IOException {
        var reader = client();
        read(reader);
        answer(reader);
        reader.close();

        var client = sockets.get(sockets.size() - 2);
        assertThatThrownBy(() -> readAll(client)).isInstanceOf(SocketException.class);
    }

    private static void readAll(SocketChannel client) throws IOException {
        var into = ByteBuffer.allocate(1 << 20);
        while (client.read(into.clear()) >= 0) {
            Thread.onSpinWait();
        }
    }

    private long wait(PacedChannel reader) {
        return Objects.requireNonNull(waits.get(reader)).getAsLong();
    }

    /** More than the machine takes for somebody who doesn't read. */
    private static void answer(PacedChannel reader) throws IOException {
        var page = ByteBuffer.allocate(64 << 20);
        reader.write(page);
        assertThat(page.hasRemaining()).isTrue();
    }
}
