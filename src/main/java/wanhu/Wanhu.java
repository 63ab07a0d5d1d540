package wanhu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts the product. */
@SpringBootApplication
@Modulithic(systemName = "Wanhu")
public class Wanhu {
    /** Starts with the options that {@code ./run --help} lists. */
    public static void main(String[] args) {
        SpringApplication.run(Wanhu.class, args);
    }
}
