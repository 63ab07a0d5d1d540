package wanhu.letter;

import wanhu.paper.Form;

/** The sorts of letters, each numbered for itself. */
enum Kind {
    /** 督办单, to the unit that was ordered to do something. */
    ORDER(Form.DOCUMENT, "督"),
    /** 转办单, to the unit that a matter was handed to. */
    TRANSFER(Form.LETTER, "转"),
    /** 答复函, to the resident who told a matter. */
    REPLY(Form.LETTER, "函"),
    /** 会议纪要. */
    MINUTES(Form.MINUTES, "纪");

    private final Form form;
    private final String sign;

    Kind(Form form, String sign) {
        this.form = form;
        this.sign = sign;
    }

    Form form() {
        return form;
    }

    /**
     * 发文字号: 机关代字〔year〕n号, the full year, the number without zeros before it; a blank for number 0,
     * which a draft has.
     */
    String number(String code, int year, int ordinal) {
        return code + sign + "〔" + year + "〕" + (ordinal == 0 ? "　" : ordinal) + "号";
    }
}
