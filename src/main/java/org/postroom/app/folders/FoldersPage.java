package org.postroom.app.folders;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.app.layout.ErrorNote;
import org.postroom.app.layout.Shell;
import org.postroom.app.panes.Target;

/**
 * Creating, renaming, moving, deleting and listing folders.
 *
 * @param shell the page around it
 * @param summary "16 folders, 14,940 messages"
 * @param rows each parent before its children
 * @param parents where a folder can be put, the top excluded
 * @param draft what was typed as a new name and refused, else empty
 * @param error null if all is well
 */
@CheckedTemplate(basePath = "folders")
public record FoldersPage(
        Shell shell,
        String summary,
        List<FolderRow> rows,
        List<Target> parents,
        String draft,
        @Nullable ErrorNote error)
        implements TemplateInstance {}
