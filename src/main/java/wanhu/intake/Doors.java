package wanhu.intake;

import org.springframework.stereotype.Component;
import wanhu.matter.Matters;
import wanhu.matter.Reports;

/** The two doors of the room below. */
@Component
record Doors(Matters matters, Reports reports) {}
