package dev.tandem.accounts.crm;

import dev.tandem.accounts.crm.Receipt.Outcome;
import dev.tandem.contracts.CrmId;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What became of each record that a company sent.
@RestController
class ReceiptController {
    private final Receipts receipts;

    ReceiptController(Receipts receipts) {
        this.receipts = receipts;
    }

    @GetMapping("/accounts/receipts")
    @Allowed({Role.CRM, Role.ADMIN, Role.ALLIANCE_MANAGER})
    Page<Receipt> receipts(
            CompanyCaller caller,
            Paging paging,
            @RequestParam(required = false) @Nullable CrmId objectId,
            @RequestParam(required = false) @Nullable Outcome outcome) {
        var filter = new Receipts.Filter(objectId, outcome);
        var rows = receipts.page(caller.company(), filter, paging.after().orElse(""), paging.fetch());
        return paging.page(rows, Receipt::id);
    }
}
