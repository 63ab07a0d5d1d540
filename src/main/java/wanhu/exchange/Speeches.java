package wanhu.exchange;

import org.springframework.stereotype.Component;

/** How one speaks with each partner. */
@Component
class Speeches {
    private final PartnerClient wanhu;
    private final GeoReportClient geoReport;

    Speeches(PartnerClient wanhu, GeoReportClient geoReport) {
        this.wanhu = wanhu;
        this.geoReport = geoReport;
    }

    /** What it speaks. */
    Speech of(Partner partner) {
        return switch (partner.language()) {
            case WANHU -> wanhu;
            case GEOREPORT -> geoReport;
        };
    }
}
