namespace Locomotion.Sim.Experiments.Reporting;

/// <summary>How report.html looks, by day and by night.</summary>
internal static class HtmlStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --paper: #fff; --ink: #242c37; --muted: #5e6874; --line: #dde2e7; --row: #f5f7f9; --link: #005b96; --yes: #1a7f4b; --no: #b3261e; --no-row: #fdecea; }
        @media (prefers-color-scheme: dark) {
          :root { --paper: #14181d; --ink: #e4e8ec; --muted: #9aa5b1; --line: #333b44; --row: #1c2229; --link: #6ab0e6; --yes: #58c48d; --no: #ff8a80; --no-row: #3a1d1b; }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 Inter, system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; }
        main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 5rem; }
        h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 1rem; }
        h2 { font-size: 1.35rem; line-height: 1.3; margin: 2.5rem 0 .6rem; }
        nav h2 { font-size: 1.05rem; margin: 1.5rem 0 .3rem; }
        nav ol { margin: 0; padding-left: 1.4rem; }
        section { border-top: 1px solid var(--line); margin-top: 2.5rem; }
        section h2 { margin-top: 1.5rem; }
        a { color: var(--link); }
        p { max-width: 46rem; }
        .question { font-style: italic; color: var(--muted); }
        .small, figcaption { font-size: .875rem; color: var(--muted); }
        code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: .9em; overflow-wrap: anywhere; }
        pre { background: var(--row); border: 1px solid var(--line); border-radius: 6px; padding: .7rem .9rem; overflow-x: auto; }
        .wide { overflow-x: auto; margin: 1rem 0; }
        table { border-collapse: collapse; font-size: .9rem; }
        caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }
        th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); }
        th { font-weight: 600; color: var(--muted); vertical-align: bottom; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        .yes { color: var(--yes); font-weight: 600; }
        .no { color: var(--no); font-weight: 600; }
        tr:has(td.no) { background: var(--no-row); }
        figure { margin: 1.5rem 0; }
        img { display: block; max-width: 100%; height: auto; background: #fff; border: 1px solid var(--line); border-radius: 6px; }
        figcaption { margin-top: .4rem; }

        """;
}
