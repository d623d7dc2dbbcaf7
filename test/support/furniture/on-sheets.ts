import { type Desk, DRAWING, type Furniture, MAIN, SHEET_TYPE } from "./desk";

const X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
/** A picture of one point. */
const PNG = new Uint8Array(Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"));

const corners = (number: number): string =>
  ["from", "to"]
    .map(
      (name, i) =>
        `<xdr:${name}><xdr:col>${12 + 4 * i}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${2 + 9 * (number % 7) + 8 * i}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`,
    )
    .join("");

function anchor(desk: Desk, sheet: number, number: number, inner: string): true {
  desk.anchor(sheet, `<xdr:twoCellAnchor>${corners(number)}${inner}<xdr:clientData/></xdr:twoCellAnchor>`);
  return true;
}

const chart: Furniture = {
  name: "chart",
  put(desk, sheet, number) {
    const name = `xl/charts/chart${90 + number}.xml`;
    const data = `<c:val><c:numRef><c:f>Sheet1!$B$2:$B$4</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="1"/><c:pt idx="0"><c:v>12</c:v></c:pt></c:numCache></c:numRef></c:val>`;
    desk.part(
      name,
      `<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main"><c:chart><c:plotArea><c:barChart><c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/>${data}</c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart></c:plotArea></c:chart></c:chartSpace>`,
      "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    );
    const id = desk.relate(desk.drawingPart(sheet), "chart", `../charts/chart${90 + number}.xml`);
    return anchor(
      desk,
      sheet,
      number,
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${number + 2}" name="推移"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart r:id="${id}"/></a:graphicData></a:graphic></xdr:graphicFrame>`,
    );
  },
};

const image: Furniture = {
  name: "image",
  put(desk, sheet, number) {
    desk.defaultType("png", "image/png");
    desk.parts[`xl/media/image${number + 1}.png`] = PNG;
    const id = desk.relate(desk.drawingPart(sheet), "image", `../media/image${number + 1}.png`);
    return anchor(
      desk,
      sheet,
      number,
      `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${number + 50}" name="市章"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="${id}"/></xdr:blipFill><xdr:spPr/></xdr:pic>`,
    );
  },
};

const shape: Furniture = {
  name: "shape",
  put: (desk, sheet, number) =>
    anchor(
      desk,
      sheet,
      number,
      `<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="${number + 80}" name="吹き出し"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="wedgeRectCallout"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>要確認 &lt;人事課&gt;</a:t></a:r></a:p></xdr:txBody></xdr:sp>`,
    ),
};

const vml = (shapes: string): string =>
  `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">${shapes}</xml>`;

const control: Furniture = {
  name: "form control",
  put(desk, sheet, number) {
    if (!desk.take(sheet, "legacyDrawing")) return false;
    desk.defaultType("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing");
    const from = desk.sheetPart(sheet);
    desk.part(
      `xl/drawings/vmlDrawing${70 + number}.vml`,
      vml(`<v:shape id="_x0000_s${1100 + number}" type="#_x0000_t201"><x:ClientData ObjectType="Checkbox"><x:Checked>1</x:Checked></x:ClientData></v:shape>`),
    );
    desk.onSheet(sheet, "legacyDrawing", `<legacyDrawing r:id="${desk.relate(from, "vmlDrawing", `../drawings/vmlDrawing${70 + number}.vml`)}"/>`);
    desk.part(
      `xl/ctrlProps/ctrlProp${number + 1}.xml`,
      `<formControlPr xmlns="${X14}" objectType="CheckBox" checked="Checked" lockText="1"/>`,
      "application/vnd.ms-excel.controlproperties+xml",
    );
    const id = desk.relate(from, "ctrlProp", `../ctrlProps/ctrlProp${number + 1}.xml`);
    desk.onSheet(
      sheet,
      "controls",
      `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:x14="${X14}" Requires="x14"><controls><mc:AlternateContent><mc:Choice Requires="x14"><control shapeId="${1100 + number}" r:id="${id}" name="Check 1"/></mc:Choice></mc:AlternateContent></controls></mc:Choice></mc:AlternateContent>`,
    );
    return true;
  },
};

const thread: Furniture = {
  name: "threaded comment",
  put(desk, sheet, number) {
    if (!desk.take(sheet, "legacyDrawing")) return false;
    desk.defaultType("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing");
    const from = desk.sheetPart(sheet);
    desk.part(
      `xl/drawings/vmlDrawing${40 + number}.vml`,
      vml(`<v:shape id="_x0000_s${1200 + number}" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>`),
    );
    desk.onSheet(sheet, "legacyDrawing", `<legacyDrawing r:id="${desk.relate(from, "vmlDrawing", `../drawings/vmlDrawing${40 + number}.vml`)}"/>`);
    desk.part(
      `xl/comments${number + 1}.xml`,
      `<comments xmlns="${MAIN}"><authors><author>tc={0A}</author></authors><commentList><comment ref="A1" authorId="0"><text><t>[スレッド コメント]</t></text></comment></commentList></comments>`,
      `${SHEET_TYPE}.comments+xml`,
    );
    desk.relate(from, "comments", `../comments${number + 1}.xml`);
    desk.part(
      `xl/threadedComments/threadedComment${number + 1}.xml`,
      `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A1" dT="2026-05-01T09:00:00.00" personId="{0B}" id="{0A}"><text>この値は再確認済みです。</text></threadedComment></ThreadedComments>`,
      "application/vnd.ms-excel.threadedcomments+xml",
    );
    desk.relate(from, "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment", `../threadedComments/threadedComment${number + 1}.xml`);
    if (desk.parts["xl/persons/person.xml"] === undefined) {
      desk.part(
        "xl/persons/person.xml",
        '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="人事課" id="{0B}" userId="S" providerId="None"/></personList>',
        "application/vnd.ms-excel.person+xml",
      );
      desk.relate("xl/workbook.xml", "http://schemas.microsoft.com/office/2017/10/relationships/person", "persons/person.xml");
    }
    return true;
  },
};

const validation: Furniture = {
  name: "data validation",
  put(desk, sheet) {
    if (!desk.take(sheet, "dataValidations")) return false;
    desk.onSheet(
      sheet,
      "dataValidations",
      '<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="Z1:Z9"><formula1>"達成,未達成"</formula1></dataValidation></dataValidations>',
    );
    return true;
  },
};

const format: Furniture = {
  name: "conditional format",
  put(desk, sheet, number) {
    desk.onSheet(
      sheet,
      "conditionalFormatting",
      `<conditionalFormatting sqref="A1:Z99"><cfRule type="dataBar" priority="${number + 1}"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar></cfRule></conditionalFormatting>`,
    );
    return true;
  },
};

const sparkline: Furniture = {
  name: "sparkline",
  put(desk, sheet) {
    if (!desk.take(sheet, "extLst")) return false;
    desk.onSheet(
      sheet,
      "extLst",
      `<extLst><ext xmlns:x14="${X14}" uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>Sheet1!A1:C1</xm:f><xm:sqref>Z20</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>`,
    );
    return true;
  },
};

const print: Furniture = {
  name: "page setup and printer",
  put(desk, sheet, number) {
    if (!desk.take(sheet, "pageSetup")) return false;
    desk.defaultType("bin", `${SHEET_TYPE}.printerSettings`);
    desk.parts[`xl/printerSettings/printerSettings${number + 1}.bin`] = new Uint8Array(64).map((_, i) => (i * 37 + number) % 256);
    const id = desk.relate(desk.sheetPart(sheet), "printerSettings", `../printerSettings/printerSettings${number + 1}.bin`);
    desk.onSheet(sheet, "pageMargins", '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>');
    desk.onSheet(sheet, "pageSetup", `<pageSetup paperSize="9" orientation="landscape" r:id="${id}"/>`);
    desk.onSheet(sheet, "headerFooter", "<headerFooter><oddFooter>&amp;P / &amp;N</oddFooter></headerFooter>");
    return true;
  },
};

const link: Furniture = {
  name: "hyperlink",
  put(desk, sheet) {
    if (!desk.take(sheet, "hyperlinks")) return false;
    const id = desk.relate(desk.sheetPart(sheet), "hyperlink", "https://city.example/plan?a=1&amp;b=2", true);
    desk.onSheet(sheet, "hyperlinks", `<hyperlinks><hyperlink ref="A1" r:id="${id}"/></hyperlinks>`);
    return true;
  },
};

const protection: Furniture = {
  name: "protection",
  put(desk, sheet) {
    // A protected sheet takes none of our edits: another has to be left for them.
    if (sheet === 0 || !desk.take(sheet, "sheetProtection")) return false;
    desk.onSheet(sheet, "sheetProtection", '<sheetProtection algorithmName="SHA-512" hashValue="AA==" saltValue="AA==" spinCount="100000" sheet="1" objects="1" scenarios="1"/>');
    return true;
  },
};

/** シートに置く家具 — what lies on a sheet or belongs to it. */
export const sheetFurniture: readonly Furniture[] = [chart, image, shape, control, thread, validation, format, sparkline, print, link, protection];
