package dev.tandem.roster.rep;

import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.rep.Receipts.Filter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What became of the records that the caller's own CRM sent.
@RestController
class ReceiptEndpoints {
    private final Receipts receipts;

    ReceiptEndpoints(Receipts receipts) {
        this.receipts = receipts;
    }

    @GetMapping("/roster/receipts")
    @Allowed({Role.CRM, Role.ADMIN, Role.ALLIANCE_MANAGER})
    Page<Receipt> list(
            CompanyCaller caller,
            Paging paging,
            @RequestParam(required = false) @Nullable String objectId,
            @RequestParam(required = false) Receipt.@Nullable Outcome outcome) {
        var filter = new Filter(objectId, outcome, paging.after().orElse(""));
        return paging.page(receipts.page(caller.company(), filter, paging.fetch()), Receipt::id);
    }
}
