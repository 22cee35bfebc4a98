<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis labelsEnabled="0" styleCategories="Symbology|Labeling|Fields|MapTips|AttributeTable" version="3.22.16-Białowieża">
 <renderer-v2 attr="1" enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="categorizedSymbol">
  <categories>
   <category label="已覆盖 Covered" render="true" symbol="0" value="1" />
  </categories>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="0" type="fill">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" />
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="color" type="QString" value="0,114,178,148" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="0,70,110,255" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.2" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="style" type="QString" value="solid" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" />
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
  </symbols>
  <rotation />
  <sizescale />
 </renderer-v2>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <fieldConfiguration>
  <field configurationFlags="None" name="zone_code" />
  <field configurationFlags="None" name="zone_name" />
  <field configurationFlags="None" name="radius_m" />
  <field configurationFlags="None" name="area_km2" />
  <field configurationFlags="None" name="demand" />
 </fieldConfiguration>
 <aliases>
  <alias field="zone_code" index="0" name="单元代码 Zone code" />
  <alias field="zone_name" index="1" name="单元 Zone" />
  <alias field="radius_m" index="2" name="半径（米） Radius (m)" />
  <alias field="area_km2" index="3" name="覆盖面积（平方公里） Covered area (km²)" />
  <alias field="demand" index="4" name="覆盖人口 Demand covered" />
 </aliases>
 <attributetableconfig actionWidgetStyle="dropDown" sortExpression="" sortOrder="0">
  <columns>
   <column hidden="0" name="zone_code" type="field" width="-1" />
   <column hidden="0" name="zone_name" type="field" width="-1" />
   <column hidden="0" name="radius_m" type="field" width="-1" />
   <column hidden="0" name="area_km2" type="field" width="-1" />
   <column hidden="0" name="demand" type="field" width="-1" />
   <column hidden="1" type="actions" width="-1" />
  </columns>
 </attributetableconfig>
 <mapTip>&lt;table&gt;&lt;tr&gt;&lt;td style="color:#666"&gt;单元 Zone&amp;nbsp;&lt;/td&gt;&lt;td&gt;[% "zone_name" %]&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td style="color:#666"&gt;半径（米） Radius (m)&amp;nbsp;&lt;/td&gt;&lt;td&gt;[% "radius_m" %]&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td style="color:#666"&gt;覆盖人口 Demand covered&amp;nbsp;&lt;/td&gt;&lt;td&gt;[% "demand" %]&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
