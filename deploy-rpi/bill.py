#!/usr/bin/env python3
"""What an archive holds that others wrote: a bill of materials (CycloneDX 1.6, JSON) and the notices of their licences.

bill.py PROJECT RUNTIME VERSION SECONDS FOLDER [--native] [--dashboard NOTICES] [--font NAME LICENCE]...

PROJECT   folder of a project that was just published for RUNTIME (linux-x64, linux-arm64).
SECONDS   since 1970: the time that stands in the bill.
FOLDER    takes bill.cdx.json and NOTICES.txt.
--native  the program is native: the runtime inside is that of NativeAOT.
--dashboard  the notices that the dashboard's build wrote of the npm packages in it.
--font    a font in the program, and its licence (SIL Open Font License).
"""
import json
import pathlib
import re
import sys
import uuid
import xml.etree.ElementTree as xml
from datetime import datetime, timezone

# what MIT says is the same for everybody but for the first lines
OWN = (pathlib.Path(__file__).resolve().parent.parent / "LICENSE").read_text()
MIT = OWN[OWN.index("Permission is hereby granted"):]
BSD = """Redistribution and use in source and binary forms, with or without
modification, are permitted provided that the following conditions are met:

1. Redistributions of source code must retain the above copyright notice, this
   list of conditions and the following disclaimer.

2. Redistributions in binary form must reproduce the above copyright notice,
   this list of conditions and the following disclaimer in the documentation
   and/or other materials provided with the distribution.

3. Neither the name of the copyright holder nor the names of its contributors
   may be used to endorse or promote products derived from this software
   without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
"""
APACHE = pathlib.Path("/usr/share/common-licenses/Apache-2.0")
# packages that name their licence only by an address: what stands there
ELSEWHERE = {"K4os.Compression.LZ4": "MIT"}
LEGAL = re.compile(r"^(licen[cs]e|notice|third-?party-?notices?|copying)([-.].*)?$", re.IGNORECASE)


def fail(message):
    sys.exit(f"error: {message}")


def text_of(path):
    return path.read_text(encoding="utf-8-sig", errors="replace").replace("\r\n", "\n").strip()


def legal_texts(folder, also=None):
    files = {path for path in folder.iterdir() if path.is_file() and LEGAL.match(path.name)}
    if also and (folder / also).is_file():
        files.add(folder / also)
    return [text_of(path) for path in sorted(files)]


def nuget(name, version, home):
    folder = home / name.lower() / version.lower()
    nuspec = next(folder.glob("*.nuspec"), None)
    if nuspec is None:
        fail(f"{name} {version}: there is no nuspec in {folder}. Restore the project anew: dotnet restore.")
    meta = {element.tag.rpartition("}")[2]: element for element in xml.parse(nuspec).getroot()[0]}
    said = {key: (meta[key].text or "").strip() for key in ("copyright", "authors", "licenseUrl", "projectUrl") if key in meta}
    kind = meta["license"].get("type") if "license" in meta else None
    word = meta["license"].text.strip() if "license" in meta else ""
    texts = legal_texts(folder, word if kind == "file" else None)
    licence = word if kind == "expression" else guessed(texts)
    licence = licence or ELSEWHERE.get(name, "")
    return part(name, version, f"pkg:nuget/{name}@{version}", licence, texts, said)


def dashboard(notices):
    """The npm packages in the dashboard: sections between rulers, each headed `name version (licence)`."""
    sections = text_of(notices).split("-" * 80)[1:]
    for section in sections:
        head, _, text = section.strip().partition("\n")
        known = re.fullmatch(r"(\S+) (\S+) \((.+)\)", head) or fail(f"{notices}: '{head}' is not name version (licence).")
        name, version, licence = known.groups()
        yield part(name, version, f"pkg:npm/{name.replace('@', '%40')}@{version}", licence, [text.strip()], {})


def font(name, licence):
    return part(name, "", f"pkg:generic/{name}", "OFL-1.1", [text_of(pathlib.Path(licence))], {})


def guessed(texts):
    return "MIT" if any("Permission is hereby granted, free of charge" in text for text in texts) else ""


def part(name, version, purl, licence, texts, said):
    if not texts:
        holder = said.get("copyright") or said.get("authors") or name
        if not re.match(r"copyright|©|\(c\)", holder, re.IGNORECASE):
            holder = f"Copyright (c) {holder}"
        if licence == "MIT":
            texts = [f"MIT License\n\n{holder}\n\n{MIT}"]
        elif licence == "BSD-3-Clause":
            texts = [f"{holder}\n\n{BSD}"]
        elif licence == "Apache-2.0" and APACHE.is_file():
            texts = [f"{holder}\n\n{APACHE.read_text().strip()}"]
        else:
            fail(f"{name} {version} brings no text of its licence '{licence}'. Add the text to bill.py, or leave the package out.")
    return {"name": name, "version": version, "purl": purl, "licence": licence, "texts": texts}


def packages(project, runtime, native):
    """What of NuGet ends up in the program: packages with files for it, and the runtime itself."""
    assets = json.loads((project / "obj" / "project.assets.json").read_text())
    target = assets["targets"].get(f"net10.0/{runtime}") or fail(f"{project} was last restored for another machine than {runtime}. Publish it again.")
    home = pathlib.Path(next(iter(assets["packageFolders"])))
    real = lambda files: any(not path.endswith("_._") for path in files)
    for key, library in sorted(target.items()):
        if library["type"] == "package" and (real(library.get("runtime", {})) or real(library.get("native", {}))):
            yield nuget(*key.split("/"), home)
    framework = next(iter(assets["project"]["frameworks"].values()))
    wanted = {f"Microsoft.NETCore.App.Runtime.{'NativeAOT.' if native else ''}{runtime}"}
    if "Microsoft.AspNetCore.App" in framework.get("frameworkReferences", {}):
        wanted.add(f"Microsoft.AspNetCore.App.Runtime.{runtime}")
    if native:
        wanted.add(f"runtime.{runtime}.Microsoft.DotNet.ILCompiler")
    found = {one["name"]: one["version"].strip("[]").split(",")[0] for one in framework.get("downloadDependencies", [])}
    found |= {key.split("/")[0]: key.split("/")[1] for key in target}
    for name in sorted(wanted):
        yield nuget(name, found.get(name) or fail(f"{name} is not among what {project} downloads. Is the runtime {runtime} right?"), home)


def main(project, runtime, version, seconds, folder, *options):
    project, folder = pathlib.Path(project), pathlib.Path(folder)
    native, parts = "--native" in options, []
    parts += packages(project, runtime, native)
    for place, option in enumerate(options):
        if option == "--dashboard":
            parts += dashboard(pathlib.Path(options[place + 1]))
        elif option == "--font":
            parts.append(font(options[place + 1], options[place + 2]))
    name = "locomotion-robot" if native else "locomotion"
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{name} {version} {runtime} {seconds}')}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(int(seconds), timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {"type": "application", "bom-ref": name, "name": name, "version": version, "licenses": [{"license": {"id": "MIT"}}]},
        },
        "components": [
            {"type": "library", "bom-ref": one["purl"], "name": one["name"], **({"version": one["version"]} if one["version"] else {}), "purl": one["purl"],
             "licenses": [{"license": {"name": "see NOTICES.txt"}}] if not one["licence"] else [{"expression": one["licence"]}]}
            for one in parts
        ],
        "dependencies": [{"ref": name, "dependsOn": [one["purl"] for one in parts]}],
    }
    (folder / "bill.cdx.json").write_text(json.dumps(bill, indent=2) + "\n")
    with open(folder / "NOTICES.txt", "w") as notices:
        notices.write(f"{name} {version} for {runtime} contains the following, each under the licence printed below it.\n")
        for one in parts:
            notices.write(f"\n{'=' * 80}\n{one['name']} {one['version']}".rstrip() + f"\n{'=' * 80}\n\n" + "\n\n".join(one["texts"]) + "\n")


if __name__ == "__main__":
    if len(sys.argv) < 6:
        fail(__doc__)
    main(*sys.argv[1:])
