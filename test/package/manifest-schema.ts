/**
 * 要素の順 — the children an element may have, in the order Office wants them; "!" marks those that must be there, "*" those that may stand more than once.
 *
 * none    an element that is not named here has no children
 * source  [MS-OWEMXML] OfficeAppManifest 1.1 (TaskPaneApp), TaskPaneAppVersionOverrides 1.0, OfficeAppBasicTypes 1.0; of these only what an Excel task pane uses
 */
export const CHILDREN: { readonly [element: string]: readonly string[] } = {
  OfficeApp: [
    "Id!",
    "AlternateId",
    "Version!",
    "ProviderName!",
    "DefaultLocale!",
    "DisplayName!",
    "Description!",
    "IconUrl!",
    "HighResolutionIconUrl!",
    "SupportUrl!",
    "AppDomains",
    "Hosts!",
    "Requirements!",
    "DefaultSettings!",
    "Permissions!",
    "VersionOverrides!",
  ],
  "OfficeApp/DisplayName": ["Override*"],
  "OfficeApp/Description": ["Override*"],
  "OfficeApp/AppDomains": ["AppDomain*"],
  "OfficeApp/Hosts": ["Host!*"],
  "OfficeApp/Requirements": ["Sets!"],
  "Requirements/Sets": ["Set!*"],
  "OfficeApp/DefaultSettings": ["SourceLocation!"],
  "OfficeApp/VersionOverrides": ["Description", "Requirements", "Hosts!", "Resources!"],
  "VersionOverrides/Hosts": ["Host!*"],
  "Hosts/Host": ["DesktopFormFactor"],
  "Host/DesktopFormFactor": ["GetStarted", "FunctionFile", "ExtensionPoint!*"],
  "DesktopFormFactor/GetStarted": ["Title!", "Description!", "LearnMoreUrl!"],
  "DesktopFormFactor/ExtensionPoint": ["OfficeTab*", "CustomTab*"],
  "ExtensionPoint/OfficeTab": ["Group!*"],
  "OfficeTab/Group": ["Label!", "Icon!", "Control!*"],
  "Group/Icon": ["bt:Image!*"],
  "Group/Control": ["Label!", "Supertip!", "Icon!", "Action!"],
  "Control/Supertip": ["Title!", "Description!"],
  "Control/Icon": ["bt:Image!*"],
  "Control/Action": ["TaskpaneId", "SourceLocation!", "Title"],
  "VersionOverrides/Resources": ["bt:Images!", "bt:Urls!", "bt:ShortStrings!", "bt:LongStrings!"],
  "Resources/bt:Images": ["bt:Image!*"],
  "Resources/bt:Urls": ["bt:Url!*"],
  "Resources/bt:ShortStrings": ["bt:String!*"],
  "Resources/bt:LongStrings": ["bt:String!*"],
  "bt:ShortStrings/bt:String": ["bt:Override*"],
  "bt:LongStrings/bt:String": ["bt:Override*"],
};

/** 参照先の種類 — the list of resources that what an element's resid names must stand in. */
export const LIST_OF: { readonly [element: string]: string } = {
  Title: "bt:ShortStrings",
  Label: "bt:ShortStrings",
  Description: "bt:LongStrings",
  LearnMoreUrl: "bt:Urls",
  SourceLocation: "bt:Urls",
  FunctionFile: "bt:Urls",
  "bt:Image": "bt:Images",
};

/** 長さの上限 — characters each kind of text may have. source  the same schemas: ShortString, LongString, URL, ReferenceId */
export const LONGEST = { short: 125, long: 250, address: 2048, resid: 32 } as const;

/** アイコンの大きさ — pixels: what the pane's entry in the lists shows, what a ribbon icon must have, and may have. source  Microsoft's pages on IconUrl, HighResolutionIconUrl and Image */
export const ICONS = { list: 32, listHigh: 64, must: [16, 32, 80], may: [16, 20, 24, 32, 40, 48, 64, 80] } as const;
