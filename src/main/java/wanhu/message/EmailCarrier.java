package wanhu.message;

import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.eclipse.angus.mail.util.MailConnectException;
import org.springframework.stereotype.Component;

/** 电子邮件 by SMTP: plain text, UTF-8, one reader. */
@Component
class EmailCarrier implements Carrier {
    private static final String TIMEOUT_MILLIS = "10000";
    private static final int SMTP_PORT = 25;
    private static final int SMTPS_PORT = 465;

    private final Outbound outbound;

    EmailCarrier(Outbound outbound) {
        this.outbound = outbound;
    }

    @Override
    public Receipt send(ChannelSetting by, String secret, Letter letter) {
        var uri = outbound.check(by.endpoint());
        var session = session(uri, by, secret);
        try {
            Transport.send(mail(session, by, letter));
            return Receipt.of(Answer.TAKEN, "");
        } catch (SendFailedException refused) {
            return Receipt.of(Answer.NEVER, "smtp " + refused.getClass().getSimpleName());
        } catch (MessagingException failed) {
            boolean silent =
                    failed instanceof MailConnectException
                            || failed.getCause() instanceof SocketTimeoutException;
            return Receipt.of(
                    silent ? Answer.SILENT : Answer.LATER,
                    "smtp " + failed.getClass().getSimpleName());
        }
    }

    private static MimeMessage mail(Session session, ChannelSetting by, Letter letter)
            throws MessagingException {
        var mail = new Named(session, letter);
        mail.setFrom(new InternetAddress(by.sender(), true));
        mail.setRecipient(RecipientType.TO, new InternetAddress(letter.to(), true));
        mail.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (!letter.stop().isEmpty()) {
            // One click ends it, in mail programs that know RFC 8058.
            mail.setHeader("List-Unsubscribe", "<" + letter.stop() + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        mail.setText(letter.text(), StandardCharsets.UTF_8.name());
        return mail;
    }

    /** A mail that keeps its id through all attempts. */
    private static final class Named extends MimeMessage {
        private final String id;

        Named(Session session, Letter letter) {
            super(session);
            this.id = "<" + letter.id() + "@wanhu>";
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    private static Session session(URI uri, ChannelSetting by, String secret) {
        boolean tls = "smtps".equals(uri.getScheme());
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? SMTPS_PORT : SMTP_PORT;
        var properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", String.valueOf(uri.getHost()));
        properties.put("mail.smtp.port", Integer.toString(port));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(tls));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        if (by.account().isEmpty()) {
            return Session.getInstance(properties);
        }
        properties.put("mail.smtp.auth", "true");
        return Session.getInstance(
                properties,
                new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication(by.account(), secret);
                    }
                });
    }
}
