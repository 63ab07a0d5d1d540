package wanhu;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import wanhu.base.Wall;

/**
 * What a test asks itself is not behind a wall; what it asks as somebody, by a page or by a door
 * that is told who acts, is.
 */
public final class TestWall implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    @Override
    public void beforeAll(ExtensionContext test) {
        Wall.up(Wall.WHOLE);
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        Wall.up(Wall.WHOLE);
    }

    @Override
    public void afterAll(ExtensionContext test) {
        Wall.down();
    }
}
