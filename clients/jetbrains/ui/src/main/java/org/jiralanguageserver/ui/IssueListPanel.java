package org.jiralanguageserver.ui;

import java.awt.BorderLayout;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.time.Clock;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.agent.Subscription;
import org.jiralanguageserver.model.IssueListModel;
import org.jiralanguageserver.model.JiraModels;
import org.jiralanguageserver.model.ProvidersModel;
import org.jiralanguageserver.model.Query;
import org.jiralanguageserver.protocol.Provider;

/** A list of issues: what is asked for, the issues, which come in pages as they are scrolled to, and how the list is doing. */
public final class IssueListPanel extends JPanel implements AutoCloseable {
  /** How near to the end of what is there the user may scroll before more is read, in rows. */
  private static final int NEAR = 10;

  private final Host host;
  private final IssueListListener listener;
  private final Clock clock = Clock.systemDefaultZone();
  private final IssueListModel model;
  private final ProvidersModel servers;
  private final List<Subscription> subscriptions;
  private final IssueTable table = new IssueTable(clock);
  private final QueryBar bar;
  private final ListBanners banners;
  private final PlainLabel status = new PlainLabel("");
  private final JProgressBar progress = new JProgressBar();
  private final JScrollPane scroll = new JScrollPane(table);
  private @Nullable Provider provider;

  public IssueListPanel(JiraModels models, Host host, IssueListListener listener) {
    super(new BorderLayout());
    this.host = host;
    this.listener = listener;
    model = models.issueList();
    servers = models.providers();
    QueryChoice choice = new QueryChoice(model, this::ask);
    bar = new QueryBar(this::search, this::use, new QueryMenu(model, choice), button("list.refresh", this::refresh), button("list.create", () -> listener.create(provider())));
    banners = new ListBanners(listener, servers, this::refresh, clock);
    scroll.setBorder(BorderFactory.createMatteBorder(1, 0, 1, 0, Palette.line()));
    scroll.getVerticalScrollBar().addAdjustmentListener(event -> readOnWhenNear());
    add(new Stack(0, bar, choice.box(), banners), BorderLayout.PAGE_START);
    add(scroll, BorderLayout.CENTER);
    add(foot(), BorderLayout.PAGE_END);
    getAccessibleContext().setAccessibleName(Texts.of("list.name"));
    bindKeys();
    subscriptions = List.of(model.state().observe(this::render), servers.state().observe(this::known));
  }

  /** Reads the list anew. */
  public void refresh() {
    if (provider != null) model.refresh();
  }

  /** Asks for something: words, keys, the address of a page of Jira, or JQL; empty for the open issues of the user. */
  public void search(String text) {
    ask(text, QueryText.of(text));
  }

  /** The id of the server that the list is of; {@code null} where there is none. */
  public @Nullable String provider() {
    return provider == null ? null : provider.id();
  }

  /** What gets the focus first. */
  public JComponent firstControl() {
    return bar.field();
  }

  /** Reads no more. */
  @Override
  public void close() {
    subscriptions.forEach(Subscription::close);
    model.close();
  }

  private void ask(String reads, Query query) {
    bar.show(reads);
    if (provider != null) model.search(query.in(provider.id()));
  }

  private void use(Provider chosen) {
    provider = chosen;
    model.search(model.state().get().query().in(chosen.id()));
  }

  /** There are other servers, or one is in another state: what could not be read may be read now. */
  private void known(ProvidersModel.State known) {
    Provider before = provider;
    List<Provider> now = known.providers();
    provider = now.stream().filter(each -> before != null && each.id().equals(before.id())).findFirst().orElse(now.isEmpty() ? null : now.get(0));
    bar.show(now, provider());
    boolean another = provider != null && (before == null || !before.id().equals(provider.id()));
    boolean better = provider != null && !another && before.state() != provider.state() && model.state().get().problem() != null;
    if (another) use(provider);
    else if (better) model.refresh();
    render(model.state().get());
  }

  private void render(IssueListModel.State state) {
    Point place = scroll.getViewport().getViewPosition();
    table.show(state.issues());
    scroll.getViewport().setViewPosition(place);
    banners.tell(state, provider);
    progress.setVisible(state.loading() || state.refreshing());
    progress.setIndeterminate(progress.isVisible());
    status.setText(provider == null ? "" : wordsOf(state));
    readOnWhenNear();
  }

  private static String wordsOf(IssueListModel.State state) {
    int shown = state.issues().size();
    if (shown == 0 && state.loading()) return Texts.of("list.reading");
    if (shown == 0) return state.jql() == null || state.problem() != null ? "" : Texts.of("list.none");
    return state.hasMore() ? Texts.of("list.part", shown, state.total()) : Texts.of("list.total", shown);
  }

  private void readOnWhenNear() {
    IssueListModel.State state = model.state().get();
    if (!table.isShowing() || !state.hasMore() || state.loading() || state.problem() != null) return;
    Rectangle visible = scroll.getViewport().getViewRect();
    int left = table.getRowCount() * table.getRowHeight() - (visible.y + visible.height);
    if (left < NEAR * table.getRowHeight()) model.loadMore();
  }

  private void bindKeys() {
    bind("ENTER", "open", this::openSelected);
    bind("F5", "refresh", this::refresh);
    bind("shift F10", "menu", this::menuAtSelection);
    bind("CONTEXT_MENU", "menu", this::menuAtSelection);
    bind("ctrl C", "copy", () -> table.selected().ifPresent(issue -> host.copy(issue.key())));
    bind("meta C", "copy", () -> table.selected().ifPresent(issue -> host.copy(issue.key())));
    table.addMouseListener(new MouseAdapter() {
      @Override
      public void mouseClicked(MouseEvent event) {
        if (event.getClickCount() == 2 && event.getButton() == MouseEvent.BUTTON1 && table.rowAtPoint(event.getPoint()) >= 0) openSelected();
      }

      @Override
      public void mousePressed(MouseEvent event) {
        popUp(event);
      }

      @Override
      public void mouseReleased(MouseEvent event) {
        popUp(event);
      }
    });
  }

  private void popUp(MouseEvent event) {
    int row = table.rowAtPoint(event.getPoint());
    if (!event.isPopupTrigger() || row < 0) return;
    table.setRowSelectionInterval(row, row);
    openMenu(event.getX(), event.getY());
  }

  private void menuAtSelection() {
    Rectangle cell = table.getCellRect(table.getSelectedRow(), 0, true);
    openMenu(cell.x + cell.width / 2, cell.y + cell.height);
  }

  private void openMenu(int x, int y) {
    table.selected().ifPresent(issue -> new IssueMenu(issue, host, this::openSelected, listener.actions(issue)).show(table, x, y));
  }

  private void openSelected() {
    table.selected().ifPresent(listener::open);
  }

  private void bind(String key, String name, Runnable deed) {
    table.getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(key), name);
    table.getActionMap().put(name, new AbstractAction() {
      @Override
      public void actionPerformed(ActionEvent event) {
        deed.run();
      }
    });
  }

  private JComponent foot() {
    JPanel foot = new JPanel(new BorderLayout(8, 0));
    foot.setBorder(BorderFactory.createEmptyBorder(4, 10, 4, 10));
    status.getAccessibleContext().setAccessibleDescription(Texts.of("list.statusName"));
    progress.getAccessibleContext().setAccessibleName(Texts.of("list.reading"));
    foot.add(status, BorderLayout.CENTER);
    foot.add(progress, BorderLayout.LINE_END);
    return foot;
  }

  private static JButton button(String key, Runnable deed) {
    JButton button = Texts.caption(key).on(new JButton());
    button.addActionListener(event -> deed.run());
    return button;
  }
}
