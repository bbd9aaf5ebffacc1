package org.jiralanguageserver.ui;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.swing.table.AbstractTableModel;
import org.jiralanguageserver.protocol.Issue;

/** The issues of a list as rows, and what is told of each as columns. */
final class IssueColumns extends AbstractTableModel {
  /** A column, and from which width of the table on it is shown: a narrow one has the key, the status and the summary alone. */
  enum Column {
    KEY("column.key", 0, 96, false),
    TYPE("column.type", 640, 84, false),
    STATUS("column.status", 0, 132, false),
    SUMMARY("column.summary", 0, 220, true),
    ASSIGNEE("column.assignee", 520, 130, false),
    UPDATED("column.updated", 760, 104, false);

    final String key;
    final int shownFrom;
    final int width;
    final boolean grows;

    Column(String key, int shownFrom, int width, boolean grows) {
      this.key = key;
      this.shownFrom = shownFrom;
      this.width = width;
      this.grows = grows;
    }
  }

  private final Clock clock;
  private List<Issue> issues = List.of();

  IssueColumns(Clock clock) {
    this.clock = clock;
  }

  /** Shows other issues. Where they only go on after those that are there, these stay as they are. */
  void show(List<Issue> now) {
    List<Issue> before = issues;
    issues = new ArrayList<>(now);
    boolean goesOn = now.size() >= before.size() && now.subList(0, before.size()).equals(before);
    if (!goesOn) fireTableDataChanged();
    else if (now.size() > before.size()) fireTableRowsInserted(before.size(), now.size() - 1);
  }

  Issue at(int row) {
    return issues.get(row);
  }

  /** The row of an issue by its key; -1 where it is not in the list. */
  int rowOf(String key) {
    for (int row = 0; row < issues.size(); row++) {
      if (issues.get(row).key().equals(key)) return row;
    }
    return -1;
  }

  @Override
  public int getRowCount() {
    return issues.size();
  }

  @Override
  public int getColumnCount() {
    return Column.values().length;
  }

  @Override
  public String getColumnName(int column) {
    return Texts.of(Column.values()[column].key);
  }

  /** The words of a cell; what a screen reader says, too. */
  @Override
  public String getValueAt(int row, int column) {
    Issue issue = issues.get(row);
    return switch (Column.values()[column]) {
      case KEY -> issue.key();
      case TYPE -> issue.type().name();
      case STATUS -> issue.status().name();
      case SUMMARY -> issue.summary();
      case ASSIGNEE -> issue.assignee() == null ? Texts.of("issue.unassigned") : issue.assignee().displayName();
      case UPDATED -> Moments.brief(issue.updated(), clock);
    };
  }
}
