package wanhu.message;

import java.util.Optional;

/** A way out of the product. */
enum Channel {
    /** 电子邮件, by SMTP. */
    EMAIL,
    /** 短信, by the contract in docs/messages.md. */
    SMS,
    /** 企业微信群机器人. */
    WECOM,
    /** 钉钉群机器人. */
    DINGTALK;

    /** The channel that takes over when this one has failed; none for residents' texts. */
    Optional<Channel> next() {
        return switch (this) {
            case EMAIL -> Optional.of(WECOM);
            case WECOM -> Optional.of(DINGTALK);
            case SMS, DINGTALK -> Optional.empty();
        };
    }
}
