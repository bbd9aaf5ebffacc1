package com.intellij.openapi.wm;

import com.intellij.openapi.Disposable;
import com.intellij.util.Consumer;
import java.awt.event.MouseEvent;

/** A stand-in to compile against; see published.txt. */
public interface StatusBarWidget extends Disposable {
  String ID();

  default WidgetPresentation getPresentation() {
    throw new UnsupportedOperationException();
  }

  default void install(StatusBar bar) {}

  @Override
  default void dispose() {}

  interface WidgetPresentation {
    String getTooltipText();

    default Consumer<MouseEvent> getClickConsumer() {
      throw new UnsupportedOperationException();
    }
  }

  interface TextPresentation extends WidgetPresentation {
    String getText();

    float getAlignment();
  }
}
