package org.postroom.sessioncache.undo;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An action that can be taken back, in the database, which adds the time. */
@Entity
@Table(name = "undo")
@IdClass(UndoRow.Key.class)
class UndoRow extends PanacheEntityBase {

    record Key(UUID account, String id) {}

    @Id UUID account;
    @Id String id;
    String action;

    @Column(name = "recorded_at", insertable = false, updatable = false)
    Instant recordedAt;

    static UndoRow of(UUID account, UndoId id, String action) {
        UndoRow row = new UndoRow();
        row.account = account;
        row.id = id.value();
        row.action = action;
        return row;
    }
}
