package wanhu.demo;

import java.util.List;
import org.springframework.context.ApplicationContext;
import wanhu.base.Actor;
import wanhu.people.Accounts;
import wanhu.people.Login;
import wanhu.people.NewAccount;

/** Sign-in buttons of the demonstration for clerks of an invented county. */
public final class Buttons {
    private final DemoStore store;
    private final Accounts accounts;

    /** Those of a running product. */
    public Buttons(ApplicationContext product) {
        store = product.getBean(DemoStore.class);
        accounts = product.getBean(Accounts.class);
    }

    /** One for each, in their order. */
    public void add(List<Actor> clerks) {
        for (int at = 0; at < clerks.size(); at++) {
            var clerk = clerks.get(at);
            var login = new Login("made" + (at + 1));
            var account =
                    accounts.createDemo(
                            new NewAccount(clerk.county(), clerk.person(), login, clerk.name(), null));
            store.addButton(clerk, account, at + 1);
        }
    }
}
