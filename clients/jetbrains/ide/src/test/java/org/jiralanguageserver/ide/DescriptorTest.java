package org.jiralanguageserver.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/** What the descriptors name is there: classes, words, signs, and each other. */
class DescriptorTest {
  private static final Set<String> CLASS_ATTRIBUTES =
      Set.of("class", "factoryClass", "implementation", "instance", "serviceImplementation", "serviceInterface");

  @ParameterizedTest
  @ValueSource(strings = {"plugin.xml", "jira-git.xml", "jira-tasks.xml"})
  void namesClassesThatAreThereAndFit(String name) throws Exception {
    for (Element element : elements(descriptor(name))) {
      NamedNodeMap attributes = element.getAttributes();
      for (int index = 0; index < attributes.getLength(); index++) {
        if (CLASS_ATTRIBUTES.contains(attributes.item(index).getNodeName())) {
          assertNotNull(Class.forName(attributes.item(index).getNodeValue(), false, getClass().getClassLoader()));
        }
      }
      if (element.hasAttribute("serviceInterface")) {
        assertTrue(load(element.getAttribute("serviceInterface")).isAssignableFrom(load(element.getAttribute("serviceImplementation"))));
      }
      if ("listener".equals(element.getNodeName())) {
        assertTrue(load(element.getAttribute("topic")).isAssignableFrom(load(element.getAttribute("class"))), element.getAttribute("class"));
      }
    }
  }

  @Test
  void hasWordsForEveryActionAndEveryKey() throws Exception {
    ResourceBundle words = ResourceBundle.getBundle("messages.JiraBundle");
    Set<String> missing = new TreeSet<>();
    for (Element element : elements(descriptor("plugin.xml"))) {
      String id = element.getAttribute("id");
      if ("action".equals(element.getNodeName())) {
        need(words, "action." + id + ".text", missing);
        need(words, "action." + id + ".description", missing);
      }
      if ("group".equals(element.getNodeName())) need(words, "group." + id + ".text", missing);
      if (element.hasAttribute("key")) need(words, element.getAttribute("key"), missing);
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void hasEachSignForLightAndForDarkThemes() throws Exception {
    for (Element element : elements(descriptor("plugin.xml"))) {
      if (element.hasAttribute("icon")) {
        String icon = element.getAttribute("icon");
        assertNotNull(getClass().getResource(icon), icon);
        assertNotNull(getClass().getResource(icon.replace(".svg", "_dark.svg")), icon);
      }
    }
  }

  @Test
  void callsThePartsAsTheCodeDoes() throws Exception {
    List<String> ids = elements(descriptor("plugin.xml")).stream().filter(each -> each.hasAttribute("id")).map(each -> each.getAttribute("id")).toList();

    assertTrue(ids.contains(JiraToolWindowFactory.ID));
    assertTrue(ids.contains(new CurrentIssueWidgetFactory().getId()));
    assertTrue(ids.contains(Notices.GROUP));
  }

  @Test
  void namesDescriptorsThatAreThere() throws Exception {
    for (Element element : elements(descriptor("plugin.xml"))) {
      if (element.hasAttribute("config-file")) {
        assertEquals("true", element.getAttribute("optional"));
        assertNotNull(descriptor(element.getAttribute("config-file")));
      }
    }
  }

  private static void need(ResourceBundle words, String key, Set<String> missing) {
    try {
      words.getString(key);
    } catch (MissingResourceException none) {
      missing.add(key);
    }
  }

  private static Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(name, false, DescriptorTest.class.getClassLoader());
  }

  private static Document descriptor(String name) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(DescriptorTest.class.getResourceAsStream("/META-INF/" + name));
  }

  private static List<Element> elements(Document document) {
    List<Element> elements = new ArrayList<>();
    NodeList nodes = document.getElementsByTagName("*");
    for (int index = 0; index < nodes.getLength(); index++) elements.add((Element) nodes.item(index));
    return elements;
  }
}
