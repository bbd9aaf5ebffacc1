package org.jiralanguageserver.ui;

import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableColumn;
import javax.swing.table.TableColumnModel;
import org.jiralanguageserver.protocol.Issue;
import org.jiralanguageserver.ui.IssueColumns.Column;

/** The table of issues. It has as many columns as there is room for, and keeps the selection by the key of the issue. */
final class IssueTable extends JTable {
  private final IssueColumns columns;

  IssueTable(Clock clock) {
    this(new IssueColumns(clock));
  }

  private IssueTable(IssueColumns columns) {
    super(columns);
    this.columns = columns;
    setAutoCreateColumnsFromModel(false);
    setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    setShowGrid(false);
    setFillsViewportHeight(true);
    setAutoResizeMode(AUTO_RESIZE_SUBSEQUENT_COLUMNS);
    getTableHeader().setReorderingAllowed(false);
    setDefaultRenderer(Object.class, new Cell());
    getAccessibleContext().setAccessibleName(Texts.of("list.name"));
    addComponentListener(new ComponentAdapter() {
      @Override
      public void componentResized(ComponentEvent event) {
        fitColumns();
      }
    });
    fitColumns();
  }

  /** Shows other issues. The issue that was selected stays so, if it is still there. */
  void show(List<Issue> issues) {
    Optional<String> selected = selected().map(Issue::key);
    columns.show(issues);
    selected.map(columns::rowOf).filter(row -> row >= 0 && row != getSelectedRow()).ifPresent(row -> setRowSelectionInterval(row, row));
  }

  /** The issue that is selected. */
  Optional<Issue> selected() {
    int row = getSelectedRow();
    return row < 0 || row >= columns.getRowCount() ? Optional.empty() : Optional.of(columns.at(row));
  }

  @Override
  public void updateUI() {
    super.updateUI();
    setRowHeight(getFontMetrics(getFont()).getHeight() + 10);
    if (columns != null) {
      setDefaultRenderer(Object.class, new Cell());
      fitColumns();
    }
  }

  /** Widths grow with the font: they are those of a font of 13 pixels. */
  private void fitColumns() {
    double scale = getFont().getSize() / 13.0;
    TableColumnModel model = getColumnModel();
    List<Column> wanted = Arrays.stream(Column.values()).filter(column -> getWidth() >= column.shownFrom * scale).toList();
    List<Column> shown = Collections.list(model.getColumns()).stream().map(column -> Column.values()[column.getModelIndex()]).toList();
    if (wanted.equals(shown)) return;
    Collections.list(model.getColumns()).forEach(model::removeColumn);
    for (Column each : wanted) {
      TableColumn column = new TableColumn(each.ordinal(), (int) (each.width * scale));
      column.setHeaderValue(columns.getColumnName(each.ordinal()));
      if (!each.grows) column.setMaxWidth((int) (each.width * scale * 1.6));
      column.setMinWidth((int) (each.width * scale * 0.5));
      model.addColumn(column);
    }
  }

  /** A cell: words as they are, with the sign of the category before a status. */
  private final class Cell extends DefaultTableCellRenderer implements TableCellRenderer {
    Cell() {
      PlainLabel.asPlain(this);
    }

    @Override
    public Component getTableCellRendererComponent(JTable table, Object value, boolean selected, boolean focused, int row, int column) {
      super.getTableCellRendererComponent(table, value, selected, false, row, column);
      Column which = Column.values()[table.convertColumnIndexToModel(column)];
      Issue issue = columns.at(row);
      StatusMark mark = StatusMark.of(issue.status().category());
      boolean done = mark == StatusMark.DONE;
      setBorder(BorderFactory.createEmptyBorder(0, 8, 0, 4));
      setFont(which == Column.KEY ? table.getFont().deriveFont(Font.BOLD) : table.getFont());
      setIcon(which == Column.STATUS ? mark.icon(table.getFont().getSize()) : null);
      setIconTextGap(6);
      setForeground(selected ? table.getSelectionForeground() : colorOf(which, mark, done));
      if (which == Column.STATUS) getAccessibleContext().setAccessibleName(Texts.of("status.name", issue.status().name(), mark.words()));
      return this;
    }

    private Color colorOf(Column column, StatusMark mark, boolean done) {
      return switch (column) {
        case STATUS -> mark.color();
        case KEY, SUMMARY -> done ? Palette.quiet() : Palette.text();
        case TYPE, ASSIGNEE, UPDATED -> Palette.quiet();
      };
    }
  }
}
